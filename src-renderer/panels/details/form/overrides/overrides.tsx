/** Base and overrides side by side: for the chosen environments, every key that is different, and a way to add one. */
import { useState } from 'react';
import type { FormOverride } from '../../../../../src-engine/api/views/form-view.ts';
import fieldStyles from '../fields/field.module.css';
import { Picker } from '../fields/picker.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { Nothing } from '../../facts.tsx';
import { nameOf, overridable, overridden } from './override-keys.ts';
import { OverrideRow } from './override-row.tsx';
import styles from './overrides.module.css';

export function Overrides() {
  const { kind, part, lock } = useFormScope();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly string[]>([]);
  if (part.overrides.length === 0)
    return kind === 'template' ? null : (
      <Nothing>The template has no environments. They are added in its own form.</Nothing>
    );
  const chosen = part.overrides.filter(({ environment }) => !hidden.has(environment));
  const paths = overridable(kind, part);
  const given = overridden(
    paths,
    chosen.map((override) => override.given),
  );
  const shown = paths.filter((path) => given.includes(path) || added.includes(nameOf(path)));
  const toggle = (name: string): void => {
    setHidden((now) => new Set(now.has(name) ? [...now].filter((each) => each !== name) : [...now, name]));
  };
  return (
    <div className={styles['overrides']}>
      <EnvironmentChoice overrides={part.overrides} hidden={hidden} onToggle={toggle} />
      {shown.length === 0 && <Nothing>Nothing is different there.</Nothing>}
      {shown.map((path) => (
        <OverrideRow key={nameOf(path)} path={path} overrides={chosen} />
      ))}
      <Picker
        label="Override a key"
        options={paths.filter((path) => !shown.includes(path)).map((path) => ({ value: nameOf(path) }))}
        isDisabled={lock !== null || chosen.length === 0}
        onPick={(name) => setAdded((now) => [...now, name])}
      />
    </div>
  );
}

interface EnvironmentChoiceProps {
  readonly overrides: readonly FormOverride[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (environment: string) => void;
}

function EnvironmentChoice({ overrides, hidden, onToggle }: EnvironmentChoiceProps) {
  return (
    <div role="group" aria-label="Environments shown" className={styles['choice']}>
      {overrides.map(({ environment, given }) => (
        <label key={environment} className={fieldStyles['chip']}>
          <span>{environment}</span>
          <small className={styles['count']}>{Object.keys(given).length || ''}</small>
          <input
            type="checkbox"
            aria-label={`Show ${environment}`}
            checked={!hidden.has(environment)}
            onChange={() => onToggle(environment)}
          />
        </label>
      ))}
    </div>
  );
}
