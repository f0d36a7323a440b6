/**
 * Changes of a text as values: several refer to the same, unchanged text and are applied at once. Pure.
 */
/** A replacement of text; several refer to the same, unchanged text and must not overlap. UTF-16 units. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export type ChangedText =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: 'outside' | 'overlapping'; readonly change: TextChange };

/**
 * Applies all changes or none. They may come in any order; two insertions at one place keep theirs. An insertion at
 * either end of another change does not overlap it.
 */
export function changeText(text: string, changes: readonly TextChange[]): ChangedText {
  const sorted = changes.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const parts: string[] = [];
  let done = 0;
  for (const change of sorted) {
    const end = change.offset + change.length;
    if (!isWithin(change, text.length)) return { kind: 'refused', reason: 'outside', change };
    if (change.offset < done) return { kind: 'refused', reason: 'overlapping', change };
    parts.push(text.slice(done, change.offset), change.text);
    done = end;
  }
  return { kind: 'changed', text: [...parts, text.slice(done)].join('') };
}

function isWithin({ offset, length }: TextChange, size: number): boolean {
  return (
    Number.isInteger(offset) &&
    Number.isInteger(length) &&
    offset >= 0 &&
    length >= 0 &&
    offset + length <= size
  );
}
