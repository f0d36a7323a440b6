/** A line of text that is taken when it is left or Enter is pressed, and not before: half a word is no duration. */
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import styles from './faults.module.css';

export interface DraftFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly check?: ((text: string) => string | null) | undefined;
  readonly onSet: (text: string) => void;
}

export function DraftField({ label, hint, value, check, onSet }: DraftFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const error = draft === null ? null : (check?.(draft.trim()) ?? null);
  const take = (): void => {
    if (draft === null || error !== null) return;
    if (draft.trim() !== value) onSet(draft.trim());
    setDraft(null);
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    if (press.key === 'Enter') take();
    if (press.key === 'Escape') setDraft(null);
  };
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={draft ?? value}
        placeholder={hint}
        spellCheck={false}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      {error !== null && (
        <p id={`${id}-error`} role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
