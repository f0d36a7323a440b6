/** One key: what the base says, and for each chosen environment its override and what becomes of the two. */
import { X } from 'lucide-react';
import type { FormOverride } from '../../../../../src-engine/api/views/form-view.ts';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json } from '../../../../../src-engine/template/template.ts';
import { FieldTool } from '../fields/field.tsx';
import { FieldProblems } from '../fields/field-problems.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { helpFor } from '../state/key-help.ts';
import { inShort, isSame, pointerOf, valueAt } from '../state/key-path.ts';
import { problemsBelow } from '../state/use-field.ts';
import { valueContext } from '../values/value-context.ts';
import { isGiven, nameOf } from './override-keys.ts';
import { OverrideControl } from './override-control.tsx';
import { overrideTarget } from './override-target.ts';
import styles from './overrides.module.css';

export interface OverrideRowProps {
  readonly path: KeyPath;
  readonly overrides: readonly FormOverride[];
}

export function OverrideRow({ path, overrides }: OverrideRowProps) {
  const { kind, part } = useFormScope();
  const help = helpFor(kind, path);
  const base = valueAt(part.base, path);
  const absent = help.default === undefined ? 'not given' : `default: ${inShort(help.default)}`;
  return (
    <div role="group" aria-label={`${nameOf(path)} by environment`} className={styles['row']}>
      <p className={styles['key']} title={help.description}>
        {nameOf(path)}
      </p>
      <Value title="base" value={base} absent={absent} />
      {overrides.map((override) => (
        <OverrideLine key={override.environment} path={path} override={override} base={base} />
      ))}
    </div>
  );
}

interface OverrideLineProps {
  readonly path: KeyPath;
  readonly override: FormOverride;
  readonly base: Json | undefined;
}

function OverrideLine({ path, override, base }: OverrideLineProps) {
  const scope = useFormScope();
  const context = valueContext(scope, overrideTarget(scope.part, override));
  const { environment, given, effective } = override;
  const isOwn = isGiven(given, path);
  const value = valueAt(given, path);
  const result = valueAt(effective, path);
  const name = `${nameOf(path)} in ${environment}`;
  return (
    <div className={styles['line']}>
      <span className={styles['title']}>{environment}</span>
      <OverrideControl
        context={context}
        path={path}
        label={name}
        value={value}
        type={helpFor(scope.kind, path).type}
        inherited={base}
      />
      {isOwn && (
        <FieldTool
          icon={X}
          label={`Take ${name} back`}
          isDisabled={context.isLocked}
          onClick={() => void context.remove(path)}
        />
      )}
      {isOwn && !isSame(value, result) && (
        <div className={styles['whole']}>
          <Value title="together" value={result} absent="not given" />
        </div>
      )}
      <div className={styles['whole']}>
        <FieldProblems problems={problemsBelow(scope.problems, pointerOf([...override.path, ...path]))} />
      </div>
    </div>
  );
}

interface ValueProps {
  readonly title: string;
  readonly value: Json | undefined;
  readonly absent: string;
}

function Value({ title, value, absent }: ValueProps) {
  return (
    <p className={styles['line']}>
      <span className={styles['title']}>{title}</span>
      {value === undefined ? <i className={styles['absent']}>{absent}</i> : <code>{inShort(value)}</code>}
    </p>
  );
}
