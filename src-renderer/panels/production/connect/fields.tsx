/** The fields of the connection's form. What is wrong with a field is said below it, once somebody has left it. */
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { ConnectionForm, FormKey, FormProblems } from './connection-form.ts';
import styles from './connect.module.css';

export interface FormProps {
  readonly form: ConnectionForm;
  readonly onChange: (change: Partial<ConnectionForm>) => void;
  readonly problems: FormProblems;
  /** Whether what is missing is told in fields that nobody has been to. */
  readonly tellsAll: boolean;
}

type TextKey = {
  [Key in FormKey]: ConnectionForm[Key] extends string ? Key : never;
}[Exclude<FormKey, 'tlsMode'>];

export interface TextFieldProps extends FormProps {
  readonly name: TextKey;
  readonly label: string;
  readonly hint?: string;
  readonly isNumber?: boolean;
}

export function TextField({
  form,
  onChange,
  problems,
  tellsAll,
  name,
  label,
  hint,
  isNumber,
}: TextFieldProps) {
  const [wasLeft, setWasLeft] = useState(false);
  const problem = wasLeft || tellsAll ? problems[name] : undefined;
  return (
    <Field label={label} problem={problem}>
      {(described) => (
        <input
          type="text"
          inputMode={isNumber === true ? 'decimal' : undefined}
          value={form[name]}
          placeholder={hint}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange({ [name]: event.target.value })}
          onBlur={() => setWasLeft(true)}
          {...described}
        />
      )}
    </Field>
  );
}

export interface Described {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly problem?: string | undefined;
  /** A sentence below the field. */
  readonly note?: string | undefined;
  readonly children: (described: Described) => ReactNode;
}

export function Field({ label, problem, note, children }: FieldProps) {
  const id = useId();
  const below = problem ?? note;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
      })}
      {below !== undefined && (
        <p id={`${id}-below`} className={styles[problem === undefined ? 'note' : 'problem']}>
          {below}
        </p>
      )}
    </div>
  );
}

export interface CheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
