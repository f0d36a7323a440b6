/**
 * Text that is being typed. It becomes a change when the field is left or Enter is pressed; Escape gives the old value
 * back. A value that changes elsewhere meanwhile wins; one that was only read again does not disturb.
 */
import type { KeyboardEvent } from 'react';
import { useState } from 'react';

interface Draft {
  readonly text: string;
  /** The value at the time of the first key. */
  readonly of: string;
  readonly refusal: string | null;
  /** It is on its way into the text: leaving the field after Enter must not send it again. */
  readonly isSent: boolean;
}

export interface DraftParts {
  /** The value as text. */
  readonly shown: string;
  /** Why the text cannot be taken; null when it can. Asked with every key. */
  readonly check?: ((text: string) => string | null) | undefined;
  /** Texts that are written alike mean the same value. Default: they are all different. */
  readonly normal?: (text: string) => string;
  /** Null, or why it was refused. */
  readonly commit: (text: string) => Promise<string | null>;
  /** Enter begins a line, and Ctrl+Enter commits. */
  readonly isLong?: boolean;
}

export interface DraftInput {
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly 'aria-invalid': boolean;
}

export interface UsedDraft {
  readonly input: DraftInput;
  /** Why what was typed is not taken. */
  readonly error: string | null;
}

export function useDraft({ shown, check, normal = same, commit, isLong = false }: DraftParts): UsedDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  // Forgotten for good: after an undo the old value is there again, and this is no draft of it.
  if (draft !== null && draft.of !== shown) setDraft(null);
  const own = draft?.of === shown ? draft : null;
  const error = own === null ? null : (check?.(own.text) ?? own.refusal);
  const finish = (): void => {
    if (own === null || normal(own.text) === shown) setDraft(null);
    // What cannot be taken stays in the field with the reason below it: nobody wants to type it again.
    else if (!own.isSent && (check?.(own.text) ?? null) === null) void send(own);
  };
  const send = async (sent: Draft): Promise<void> => {
    setDraft({ ...sent, isSent: true });
    const refusal = await commit(sent.text);
    if (refusal === null) return;
    setDraft((now) => (now?.text === sent.text ? { ...now, refusal, isSent: false } : now));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && own !== null) {
      event.stopPropagation();
      setDraft(null);
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      finish();
    }
  };
  return {
    error,
    input: {
      value: own === null ? shown : own.text,
      onChange: ({ target }) => setDraft({ text: target.value, of: shown, refusal: null, isSent: false }),
      onBlur: finish,
      onKeyDown,
      'aria-invalid': error !== null,
    },
  };
}

function same(text: string): string {
  return text;
}
