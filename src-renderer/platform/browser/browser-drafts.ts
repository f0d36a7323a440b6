/** Drafts in the browser's local storage, one entry each; an entry that cannot be read is as good as none. */
import type { Draft } from '../platform.ts';

const PREFIX = 'tasker-workbench:draft:';

export function readDrafts(): readonly Draft[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return keys.flatMap((key) => parse(localStorage.getItem(key)) ?? []);
}

/** Throws when the storage is full. */
export function keepDraft(draft: Omit<Draft, 'savedAt'>): void {
  const kept: Draft = { ...draft, savedAt: new Date().toISOString() };
  localStorage.setItem(PREFIX + draft.key, JSON.stringify(kept));
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

function parse(text: string | null): Draft | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { key, name, text, savedAt } = value as Partial<Record<keyof Draft, unknown>>;
  return [key, name, text, savedAt].every((each) => typeof each === 'string');
}
