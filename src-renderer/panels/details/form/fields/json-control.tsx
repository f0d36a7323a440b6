/** Any value as JSON: for what has no control of its own, and for what has another type than its key should have. */
import type { Json } from '../../../../../src-engine/template/template.ts';
import { useDraft } from '../state/use-draft.ts';
import type { FieldState } from '../state/use-field.ts';
import { describedBy } from './field.tsx';
import styles from './field.module.css';

export function JsonControl({ field }: { readonly field: FieldState }) {
  const { id, value, isLocked } = field;
  return (
    <JsonText
      id={id}
      value={value}
      isDisabled={isLocked}
      description={describedBy(field)}
      onSet={field.set}
    />
  );
}

export interface JsonTextProps {
  readonly id?: string;
  /** Where no visible label belongs to it. */
  readonly label?: string;
  readonly value: Json | undefined;
  readonly isDisabled: boolean;
  readonly description?: string;
  readonly onSet: (value: Json) => Promise<string | null>;
}

export function JsonText({ id, label, value, isDisabled, description, onSet }: JsonTextProps) {
  const { input, error } = useDraft({
    shown: value === undefined ? '' : JSON.stringify(value, null, 2),
    check: jsonTrouble,
    commit: (text) => onSet(JSON.parse(text) as Json),
    isLong: true,
  });
  return (
    <>
      <textarea
        id={id}
        aria-label={label}
        className={`${styles['input']} ${styles['code']}`}
        rows={Math.min(12, input.value.split('\n').length + 1)}
        spellCheck={false}
        disabled={isDisabled}
        aria-describedby={description}
        {...input}
      />
      {error !== null && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </>
  );
}

/** What is wrong with a text that should be JSON, and where. */
export function jsonTrouble(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `This is no JSON: ${placed(reason, text)}`;
  }
}

/** Browsers count characters; people look for lines. */
function placed(reason: string, text: string): string {
  const position = /at position (\d+)/.exec(reason)?.[1];
  const short = reason.replace(/ in JSON.*$/s, '').replace(/, "?[\s\S]*is not valid JSON$/, '');
  if (position === undefined) return `${short}.`;
  const line = text.slice(0, Number(position)).split('\n').length;
  return `${short} in line ${line}.`;
}
