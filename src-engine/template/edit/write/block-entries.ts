/** Adds and removes entries of block collections: whole lines, with the comments and blank lines that belong to them. */
import { isScalar } from 'yaml';
import type { Collection, Entry } from '../place/entries.ts';
import {
  beginsLine,
  blanksAbove,
  blanksBelow,
  columnOf,
  commentsAbove,
  lineAfter,
  lineEnd,
  lineStart,
  nextLine,
  ownCommentsBelow,
  visibleEnd,
} from '../place/lines.ts';
import { collectionOf } from '../place/entries.ts';
import type { Draft } from './draft.ts';

/** The line behind an entry and the comments below it that stand deeper. */
export function behindEntry(text: string, entry: Entry): number {
  return ownCommentsBelow(text, lineAfter(text, entry.end), columnOf(text, entry.start));
}

/** `lines` have their indentation; `position` is the number of entries that stand before them. */
export function insertBlock(
  draft: Draft,
  { entries }: Collection,
  position: number,
  lines: readonly string[],
): void {
  const before = entries[position - 1];
  const first = entries[0];
  if (before !== undefined) draft.insertLines(behindEntry(draft.text, before), lines);
  else if (first !== undefined) {
    // The dash or the comments before the first entry stay where they are.
    const column = ' '.repeat(columnOf(draft.text, first.start));
    draft.insert(first.start, `${lines.join(draft.eol).trimStart()}${draft.eol}${column}`);
  }
}

/** `owner`: what holds the collection; absent for the root. */
export function removeBlock(
  draft: Draft,
  { entries, kind }: Collection,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  const isEmpty = gone.size === entries.length;
  const empty = kind === 'map' ? '{}' : '[]';
  for (const [index, entry] of entries.entries()) {
    if (!gone.has(index)) continue;
    if (beginsLine(draft.text, entry.start)) removeLines(draft, entries, index, gone, owner);
    else if (isEmpty) draft.replace(entry.start, visibleEnd(draft.text, entry.start, entry.end), empty);
    else removeBesideDash(draft, entries, index, gone);
  }
  const first = entries[0];
  if (!isEmpty || first === undefined || !beginsLine(draft.text, first.start)) return;
  if (owner === undefined) draft.insertLines(lineStart(draft.text, first.start), [empty]);
  else
    draft.insert(
      owner.valueStart < first.start ? lineEnd(draft.text, owner.valueStart) : owner.markEnd,
      ` ${empty}`,
    );
}

function removeLines(
  draft: Draft,
  entries: readonly Entry[],
  index: number,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  const { text } = draft;
  const entry = entries[index];
  if (entry === undefined) return;
  const previous = entries[index - 1];
  const bound =
    previous === undefined
      ? owner === undefined
        ? 0
        : nextLine(text, owner.markEnd)
      : behindEntry(text, previous);
  const start = lineStart(text, entry.start);
  const from = commentsAbove(text, start, columnOf(text, entry.start), bound);
  const to = behindEntry(text, entry);
  const blanksFrom = blanksAbove(text, from, bound);
  const isLast = entries.every((_, other) => other <= index || gone.has(other));
  const kept = entries.findLast((_, other) => other < index && !gone.has(other));
  const opensList = index === 0 && blanksFrom === bound;
  const isOpen = keepsBreaks(kept);
  const isBelowToo = isOpen || (!isLast && (blanksFrom < from || opensList));
  draft.remove(isLast ? blanksFrom : from, isBelowToo ? blanksBelow(text, to) : to, isOpen);
}

/** Blank lines behind a block scalar with `+` would become part of it. */
export function keepsBreaks(entry: Entry | undefined): boolean {
  if (entry?.node === undefined) return false;
  const inner = collectionOf(entry.node);
  if (inner !== undefined) return !inner.isFlow && keepsBreaks(inner.entries.at(-1));
  const token = isScalar(entry.node) ? entry.node.srcToken : undefined;
  return (
    token?.type === 'block-scalar' &&
    token.props.some((prop) => 'source' in prop && /^[|>]\d?\+/.test(prop.source))
  );
}

/** The next entry takes its place beside the dash, unless comments stand between. */
function removeBesideDash(
  draft: Draft,
  entries: readonly Entry[],
  index: number,
  gone: ReadonlySet<number>,
): void {
  const { text } = draft;
  const entry = entries[index];
  const next = entries.findIndex((_, other) => other > index && !gone.has(other));
  const following = entries[next];
  const lastGone = entries[next - 1];
  if (entry === undefined || following === undefined || lastGone === undefined) return;
  const between = text.slice(lineAfter(text, lastGone.end), following.start);
  if (between.trim() === '') {
    draft.remove(entry.start, following.start);
    return;
  }
  const dashEnd = text.slice(0, entry.start).trimEnd().length;
  draft.remove(dashEnd, lineEnd(text, visibleEnd(text, entry.start, entry.end)));
}
