/** A key that holds text: one line, or several. An empty field takes the key away. */
import type { ReactNode } from 'react';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json } from '../../../../../src-engine/template/template.ts';
import { inShort } from '../state/key-path.ts';
import type { DraftInput } from '../state/use-draft.ts';
import { useDraft } from '../state/use-draft.ts';
import type { FieldState } from '../state/use-field.ts';
import { useField } from '../state/use-field.ts';
import { describedBy, Field } from './field.tsx';
import styles from './field.module.css';
import { JsonControl } from './json-control.tsx';

export interface TextFieldProps {
  readonly path: KeyPath;
  readonly isLong?: boolean;
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
  /** What a missing key stands for, where it is not the default of the key itself. */
  readonly fallback?: string | undefined;
  readonly note?: ReactNode;
  /** Besides the limits of the schema. */
  readonly check?: (text: string) => string | null;
  /** Default: sets the key. */
  readonly commit?: (text: string) => Promise<string | null>;
}

export function TextField({
  path,
  check,
  commit,
  note,
  fallback,
  suggestions,
  isLong = false,
}: TextFieldProps) {
  const field = useField(path);
  const { value, facts, help } = field;
  const { input, error } = useDraft({
    shown: textOf(value, facts?.source),
    check: (text) => textTrouble(text, field) ?? check?.(text) ?? null,
    commit: (text) => (text === '' ? field.reset() : (commit ?? field.set)(text)),
    isLong,
  });
  if (typeof value === 'object' && value !== null)
    return (
      <Field field={field} note={note}>
        <JsonControl field={field} />
      </Field>
    );
  return (
    <Field field={field} error={error} note={note}>
      <TextControl
        field={field}
        input={input}
        isLong={isLong}
        suggestions={suggestions}
        placeholder={placeholderOf(help.default ?? fallback, help.example)}
      />
    </Field>
  );
}

interface TextControlProps {
  readonly field: FieldState;
  readonly input: DraftInput;
  readonly isLong: boolean;
  readonly suggestions: readonly string[] | undefined;
  readonly placeholder: string;
}

function TextControl({ field, input, isLong, suggestions = [], placeholder }: TextControlProps) {
  const { id, isLocked } = field;
  const shared = { id, placeholder, disabled: isLocked, 'aria-describedby': describedBy(field), ...input };
  if (isLong)
    return <textarea className={styles['input']} rows={rowsOf(input.value)} spellCheck {...shared} />;
  const list = suggestions.length === 0 ? {} : { list: `${id}-list` };
  return (
    <>
      <input
        className={styles['input']}
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...list}
        {...shared}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

/** A number stands there as it was written: 1.0 is not 1. */
function textOf(value: Json | undefined, source: string | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (source ?? inShort(value));
}

function textTrouble(text: string, { help }: FieldState): string | null {
  if (help.isRequired && text.trim() === '') return 'Required: Tasker refuses a template without it.';
  // Columns count characters, not UTF-16 units.
  const length = Array.from(text).length;
  if (help.maxLength !== undefined && length > help.maxLength)
    return `${length} characters; ${help.maxLength} are the most.`;
  return null;
}

function placeholderOf(fallback: Json | undefined, example: Json | undefined): string {
  if (fallback !== undefined) return `default: ${inShort(fallback)}`;
  return example === undefined ? 'none' : `e.g. ${inShort(example)}`;
}

function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 48), 0);
  return Math.min(8, Math.max(2, lines));
}
