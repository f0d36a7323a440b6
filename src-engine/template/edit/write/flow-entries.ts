/** Adds and removes entries of flow collections with their commas, on one line or one entry a line. */
import type { Collection, Entry } from '../place/entries.ts';
import { beginsLine, columnOf, lineEnd, lineStart } from '../place/lines.ts';
import type { TextWriter } from './text-writer.ts';

/** `position` is the number of entries that stand before the new ones. */
export function insertFlow(
  writer: TextWriter,
  collection: Collection,
  position: number,
  texts: readonly string[],
): void {
  const { entries } = collection;
  if (texts.length === 0) return;
  const separator = separatorOf(writer, collection);
  const next = entries[position];
  const last = entries.at(-1);
  if (next !== undefined) writer.insert(next.start, texts.map((text) => text + separator).join(''));
  else if (last === undefined)
    writer.replace(collection.start + 1, emptyEnd(writer.text, collection), texts.join(separator));
  else append(writer, last, collection.end - 1, texts, separator);
}

/** A comma and a space, or where each entry has its own line, a comma, a line break and the indentation. */
function separatorOf({ text, eol }: TextWriter, { entries }: Collection): string {
  const last = entries.at(-1);
  if (last === undefined || !entries.every(({ start }) => beginsLine(text, start))) return ', ';
  return `,${eol}${' '.repeat(columnOf(text, last.start))}`;
}

/** Blanks between empty brackets give way; comments there do not. */
function emptyEnd(text: string, { start, end }: Collection): number {
  return text.slice(start + 1, end - 1).trim() === '' ? end - 1 : start + 1;
}

function append(
  writer: TextWriter,
  last: Entry,
  bracket: number,
  texts: readonly string[],
  separator: string,
): void {
  const { text } = writer;
  const comma = commaBehind(text, last.end, bracket);
  const isMultiLine = separator !== ', ';
  const written = texts.join(separator);
  // Comments stay beside the entry they stand beside.
  const restOfLine = lineEnd(text, comma ?? last.end);
  const at = isMultiLine && restOfLine < bracket ? restOfLine : (comma ?? last.end);
  if (comma !== undefined) writer.insert(at, `${separator.slice(1)}${written},`);
  else if (at === last.end) writer.insert(at, separator + written);
  else {
    writer.insert(last.end, ',');
    writer.insert(at, separator.slice(1) + written);
  }
}

/** Behind the comma after a place, if one stands before the next entry or bracket. */
function commaBehind(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (text[at] === ',') return at + 1;
    if (text[at] === '#') at = lineEnd(text, at);
  }
  return undefined;
}

export function removeFlow(
  writer: TextWriter,
  { entries, end }: Collection,
  gone: ReadonlySet<number>,
): void {
  for (let index = 0; index < entries.length; index += 1) {
    if (!gone.has(index)) continue;
    let last = index;
    while (gone.has(last + 1)) last += 1;
    removeRun(writer, entries, index, last, end - 1);
    index = last;
  }
}

function removeRun(
  writer: TextWriter,
  entries: readonly Entry[],
  from: number,
  to: number,
  bracket: number,
): void {
  const { text } = writer;
  const [first, last, previous, next] = [entries[from], entries[to], entries[from - 1], entries[to + 1]];
  if (first === undefined || last === undefined) return;
  if (next !== undefined && !hasComment(text, last.end, next.start)) writer.remove(first.start, next.start);
  else if (
    next === undefined &&
    previous !== undefined &&
    !isCommented(text, previous.end, first, last, bracket)
  ) {
    writer.remove(previous.end, last.end);
  } else {
    const comma = commaBehind(text, last.end, next?.start ?? bracket);
    removeWithLine(writer, first.start, comma ?? last.end);
  }
}

/** Comments before the entries, or beside them on lines of their own. */
function isCommented(text: string, from: number, first: Entry, last: Entry, bracket: number): boolean {
  const isBeside =
    beginsLine(text, first.start) && hasComment(text, last.end, Math.min(lineEnd(text, last.end), bracket));
  return isBeside || hasComment(text, from, first.start);
}

function hasComment(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('#');
}

/** What stands alone on its lines takes them with it, and the comment beside it. */
function removeWithLine(writer: TextWriter, from: number, to: number): void {
  const { text } = writer;
  const end = lineEnd(text, to);
  const isAlone = beginsLine(text, from) && /^[ \t]*(?:#|$)/.test(text.slice(to, end)) && end < text.length;
  if (isAlone) writer.remove(lineStart(text, from), text.indexOf('\n', end) + 1);
  else writer.remove(from, to);
}
