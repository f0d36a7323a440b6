/** Keys of a task's data; the values of those that are ticked do not leave production. */
import { useState } from 'react';
import type { MaskPreview } from '../../../store/production/types.ts';
import { SearchField } from '../../../ui/controls/search-field.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './task.module.css';

export interface MaskChoiceProps {
  readonly keys: MaskPreview['keys'];
  readonly masked: ReadonlySet<string>;
  readonly onChange: (masked: ReadonlySet<string>) => void;
}

/** Fewer are found by looking. */
const LEAST_TO_SEARCH = 12;

export function MaskChoice({ keys, masked, onChange }: MaskChoiceProps) {
  const [search, setSearch] = useState('');
  if (keys.length === 0) return <p className={styles['soft']}>There is no data with keys in it.</p>;
  const shown = keys.filter(({ key }) => key.toLowerCase().includes(search.trim().toLowerCase()));
  const set = (key: string, isMasked: boolean): void => {
    const next = new Set(masked);
    if (isMasked) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <fieldset className={styles['group']}>
      <legend>Replaced values</legend>
      <div className={styles['tools']}>
        {keys.length >= LEAST_TO_SEARCH && (
          <SearchField label="Find a key" value={search} onChange={setSearch} />
        )}
        <Button look="quiet" onClick={() => onChange(new Set(keys.map(({ key }) => key)))}>
          All
        </Button>
        <Button look="quiet" onClick={() => onChange(new Set())}>
          None
        </Button>
        <span className={styles['soft']}>
          {masked.size} of {keys.length} keys
        </span>
      </div>
      <ul className={styles['keys']}>
        {shown.map(({ key, count, suggested, where }) => (
          <li key={key}>
            <label className={styles['option']}>
              <input
                type="checkbox"
                checked={masked.has(key)}
                onChange={(event) => set(key, event.target.checked)}
              />
              <code>{key}</code>
              <span className={styles['soft']}>
                {count}× in {where}
                {suggested && ', looks like a secret'}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
