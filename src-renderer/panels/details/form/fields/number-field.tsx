/** A key that holds a whole number. */
import type { ReactNode } from 'react';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import { inShort } from '../state/key-path.ts';
import { useDraft } from '../state/use-draft.ts';
import { useField } from '../state/use-field.ts';
import { describedBy, Field } from './field.tsx';
import styles from './field.module.css';

export interface NumberFieldProps {
  readonly path: KeyPath;
  readonly note?: ReactNode;
}

/** As many as the column of the database holds. */
const MOST = 2_147_483_647;

export function NumberField({ path, note }: NumberFieldProps) {
  const field = useField(path);
  const { id, value, facts, help, isLocked } = field;
  const { input, error } = useDraft({
    shown: value === undefined ? '' : (facts?.source ?? inShort(value)),
    check: numberTrouble,
    normal: (text) => (text.trim() === '' ? '' : String(Number(text))),
    commit: (text) => (text.trim() === '' ? field.reset() : field.set(Number(text))),
  });
  return (
    <Field field={field} error={error} note={note}>
      <input
        id={id}
        className={styles['input']}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={help.default === undefined ? '' : `default: ${inShort(help.default)}`}
        disabled={isLocked}
        aria-describedby={describedBy(field)}
        {...input}
      />
    </Field>
  );
}

function numberTrouble(text: string): string | null {
  const typed = text.trim();
  if (typed !== '' && !/^[+-]?\d+$/.test(typed)) return 'A whole number is needed here, such as 3.';
  return Number(typed) > MOST ? `${MOST} is the most.` : null;
}
