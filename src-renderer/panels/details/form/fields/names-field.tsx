/** A key that holds a list of names: each a chip that can be taken out, and a field to add one. */
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import { isList } from '../state/key-path.ts';
import { useField } from '../state/use-field.ts';
import { Field } from './field.tsx';
import styles from './field.module.css';
import { JsonControl } from './json-control.tsx';
import { Picker } from './picker.tsx';

export interface NamesFieldProps {
  readonly path: KeyPath;
  readonly suggestions: readonly string[];
  readonly note?: ReactNode;
}

export function NamesField({ path, suggestions, note }: NamesFieldProps) {
  const field = useField(path);
  const { value, isLocked } = field;
  const names = isList(value) ? value.filter((item) => typeof item === 'string') : [];
  const isOdd = value !== undefined && (!isList(value) || names.length < value.length);
  if (isOdd)
    return (
      <Field field={field} note={note}>
        <JsonControl field={field} />
      </Field>
    );
  const without = (name: string): readonly string[] => names.filter((each) => each !== name);
  return (
    <Field field={field} note={note} isGroup>
      {value !== undefined && (
        <ul className={styles['chips']}>
          {names.map((name, index) => (
            // A name may stand in the list twice.
            <li key={`${name} ${index}`} className={styles['chip']}>
              <span>{name}</span>
              <ChipRemove name={name} isDisabled={isLocked} onRemove={() => void field.set(without(name))} />
            </li>
          ))}
          {names.length === 0 && <li className={styles['none']}>An empty list.</li>}
        </ul>
      )}
      <Picker
        label={`Add to ${String(path.at(-1))}`}
        options={suggestions.filter((each) => !names.includes(each)).map((each) => ({ value: each }))}
        takesAny
        isDisabled={isLocked}
        onPick={(name) => void field.set([...without(name), name])}
      />
    </Field>
  );
}

export interface ChipRemoveProps {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
}

export function ChipRemove({ name, isDisabled, onRemove }: ChipRemoveProps) {
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-label={`Remove ${name}`}
      disabled={isDisabled}
      onClick={onRemove}
    >
      <X size={12} aria-hidden />
    </button>
  );
}
