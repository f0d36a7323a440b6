/** The value an environment gives a key, by the type the key should have; empty as long as it gives none. */
import { useId } from 'react';
import type { Json } from '../../../../../src-engine/template/template.ts';
import fieldStyles from '../fields/field.module.css';
import { ThreeWay } from '../fields/three-way.tsx';
import { inShort } from '../state/key-path.ts';
import { useDraft } from '../state/use-draft.ts';
import type { ValueProps } from '../values/value-context.ts';
import { ValueEditor } from '../values/value-editor.tsx';
import styles from './overrides.module.css';

export interface OverrideControlProps extends Omit<ValueProps, 'value'> {
  readonly value: Json | undefined;
  /** Of the schema; undefined: any. */
  readonly type: string | undefined;
  /** What holds as long as nothing is given. */
  readonly inherited: Json | undefined;
}

const EMPTY: Readonly<Record<string, Json>> = { object: {}, array: [] };

export function OverrideControl({ value, type, inherited, ...rest }: OverrideControlProps) {
  const name = useId();
  const { context, path, label } = rest;
  if (type === 'boolean' && typeof value !== 'object')
    return (
      <ThreeWay
        name={name}
        value={value}
        absent="as in base"
        isDisabled={context.isLocked}
        onChoose={(next) => void (next === undefined ? context.remove(path) : context.set(path, next))}
      />
    );
  if (typeof value === 'object' || (type !== undefined && type in EMPTY && value !== undefined))
    return <ValueEditor {...rest} value={value ?? null} />;
  if (type !== undefined && type in EMPTY)
    return (
      <button
        type="button"
        className={fieldStyles['action']}
        disabled={context.isLocked}
        // Lists are replaced as a whole, so one begins as it is; maps are merged.
        onClick={() =>
          void context.set(path, (type === 'array' ? inherited : undefined) ?? EMPTY[type] ?? null)
        }
      >
        Override {label}
      </button>
    );
  return <OverrideText {...rest} value={value} type={type} inherited={inherited} />;
}

function OverrideText({ context, path, label, value, type, inherited }: OverrideControlProps) {
  const isNumber = type === 'integer' || (type === undefined && typeof (value ?? inherited) === 'number');
  const { input, error } = useDraft({
    shown: value === undefined ? '' : inShort(value),
    check: (text) => (isNumber && !/^\s*(?:-?\d+)?\s*$/.test(text) ? 'A whole number is needed here.' : null),
    commit: (text) =>
      text.trim() === '' ? context.remove(path) : context.set(path, isNumber ? Number(text) : text),
  });
  return (
    <span className={styles['control']}>
      <input
        type="text"
        className={fieldStyles['input']}
        aria-label={label}
        placeholder="as in base"
        autoComplete="off"
        spellCheck={false}
        disabled={context.isLocked}
        {...input}
      />
      {error !== null && (
        <span role="alert" className={fieldStyles['error']}>
          {error}
        </span>
      )}
    </span>
  );
}
