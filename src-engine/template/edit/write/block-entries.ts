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
import type { TextWriter } from './text-writer.ts';

/** The line behind an entry and the comments below it that stand deeper. */
export function behindEntry(text: string, entry: Entry): number {
  return ownCommentsBelow(text, lineAfter(text, entry.end), columnOf(text, entry.start));
}

/** `lines` have their indentation; `position` is the number of entries that stand before them. */
export function insertBlock(
  writer: TextWriter,
  { entries }: Collection,
  position: number,
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  const before = entries[position - 1];
  const first = entries[0];
  if (before !== undefined) writer.insertLines(behindEntry(writer.text, before), lines);
  else if (first !== undefined) {
    // The dash or the comments before the first entry stay where they are.
    const column = ' '.repeat(columnOf(writer.text, first.start));
    writer.insert(first.start, `${lines.join(writer.eol).trimStart()}${writer.eol}${column}`);
  }
}

/** `owner`: what holds the collection; absent for the root. */
export function removeBlock(
  writer: TextWriter,
  { entries, kind }: Collection,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  const { text } = writer;
  const isEmpty = gone.size === entries.length;
  const empty = kind === 'map' ? '{}' : '[]';
  // Below a key the sign for nothing stands beside it, else in the place of the first entry.
  const isBelow = owner !== undefined && entries[0] !== undefined && beginsLine(text, entries[0].start);
  for (const [index, entry] of entries.entries()) {
    if (!gone.has(index)) continue;
    if (isEmpty && index === 0 && !isBelow) {
      writer.replace(entry.start, visibleEnd(text, entry.start, entry.end), empty);
    } else if (beginsLine(text, entry.start)) removeLines(writer, entries, index, gone, owner);
    else removeBesideDash(writer, entries, index, gone);
  }
  if (!isEmpty || !isBelow) return;
  const hasProps = owner.valueStart < (entries[0]?.start ?? 0);
  writer.insert(hasProps ? lineEnd(text, owner.valueStart) : owner.markEnd, ` ${empty}`);
}

function removeLines(
  writer: TextWriter,
  entries: readonly Entry[],
  index: number,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  const { text } = writer;
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
  writer.remove(isLast ? blanksFrom : from, isBelowToo ? blanksBelow(text, to) : to, isOpen);
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
  writer: TextWriter,
  entries: readonly Entry[],
  index: number,
  gone: ReadonlySet<number>,
): void {
  const { text } = writer;
  const entry = entries[index];
  const next = entries.findIndex((_, other) => other > index && !gone.has(other));
  const following = entries[next];
  const lastGone = entries[next - 1];
  if (entry === undefined || following === undefined || lastGone === undefined) return;
  const between = text.slice(lineAfter(text, lastGone.end), following.start);
  if (between.trim() === '') {
    writer.remove(entry.start, following.start);
    return;
  }
  const dashEnd = text.slice(0, entry.start).trimEnd().length;
  writer.remove(dashEnd, lineEnd(text, visibleEnd(text, entry.start, entry.end)));
}
