/** A field that narrows a list down. Escape empties it. */
import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly id?: string;
}

export function SearchField({ label, value, onChange, id }: SearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || value === '') return;
    event.stopPropagation();
    onChange('');
  };
  return (
    <span className={styles['field']}>
      <Search size={14} aria-hidden />
      <input
        id={id}
        type="text"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <button type="button" aria-label="Empty the field" onClick={() => onChange('')}>
          <X size={13} aria-hidden />
        </button>
      )}
    </span>
  );
}
