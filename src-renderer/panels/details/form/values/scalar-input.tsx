/** A text, a number, true, false or null. */
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import field from '../fields/field.module.css';
import { useDraft } from '../state/use-draft.ts';
import type { ValueContext } from './value-context.ts';
import styles from './value.module.css';

export interface ScalarInputProps {
  readonly context: ValueContext;
  readonly path: KeyPath;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly placeholder?: string;
}

export function ScalarInput({ context, path, label, value, placeholder = '' }: ScalarInputProps) {
  const isNumber = typeof value === 'number';
  const { input, error } = useDraft({
    shown: String(value ?? ''),
    check: (text) => (isNumber ? numberTrouble(text) : null),
    commit: (text) => context.set(path, isNumber ? Number(text) : text),
  });
  if (value === null) return <span className={styles['nothing']}>null</span>;
  if (typeof value === 'boolean')
    return (
      <label className={styles['check']}>
        <input
          type="checkbox"
          aria-label={label}
          checked={value}
          disabled={context.isLocked}
          onChange={() => void context.set(path, !value)}
        />
        <span>{String(value)}</span>
      </label>
    );
  return (
    <span className={styles['scalar']}>
      <input
        type="text"
        className={field['input']}
        aria-label={label}
        placeholder={placeholder}
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        disabled={context.isLocked}
        {...input}
      />
      {error !== null && (
        <span role="alert" className={field['error']}>
          {error}
        </span>
      )}
    </span>
  );
}

function numberTrouble(text: string): string | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? 'A number is needed, or another type.' : null;
}
