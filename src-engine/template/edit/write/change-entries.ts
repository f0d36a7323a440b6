/** Adding and removing entries, whatever a collection looks like. */
import type { Json } from '../../template.ts';
import { refuseUnusual } from '../refusal.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { columnOf } from '../place/lines.ts';
import { insertBlock, removeBlock } from './block-entries.ts';
import type { TextWriter } from './text-writer.ts';
import { insertFlow, removeFlow } from './flow-entries.ts';
import type { Prefer, Style } from './value-text.ts';
import { flowPair, flowText, itemLines, pairLines, PLAIN } from './value-text.ts';

export interface NewPair {
  readonly key: string;
  readonly value: Json;
}

export function insertPairs(
  writer: TextWriter,
  map: Collection,
  position: number,
  pairs: readonly NewPair[],
  style: Style,
  prefer: Prefer = PLAIN,
): void {
  const first = map.entries[0];
  if (map.isFlow) {
    const quotedKeys = first === undefined ? style.quotedKeys === true : writer.text[first.start] === '"';
    const texts = pairs.map(({ key, value }) => flowPair(key, value, { ...style, quotedKeys }, prefer));
    insertFlow(writer, map, position, texts);
  } else {
    if (map.entries.some(({ isOdd }) => isOdd)) refuseUnusual('This');
    const column = columnOf(writer.text, first?.start ?? map.start);
    const lines = pairs.flatMap(({ key, value }) => pairLines(key, value, column, style, prefer));
    insertBlock(writer, map, position, lines);
  }
}

/** `key`: of the list, for the quoting. */
export function insertItems(
  writer: TextWriter,
  list: Collection,
  position: number,
  items: readonly Json[],
  style: Style,
  prefer: Prefer = PLAIN,
  key?: string,
): void {
  if (list.isFlow) {
    insertFlow(
      writer,
      list,
      position,
      items.map((item) => flowText(item, style, prefer, key)),
    );
  } else {
    if (list.entries.some(({ isOdd }) => isOdd)) refuseUnusual('This');
    const column = columnOf(writer.text, list.start);
    const gap = gapOf(writer, list);
    insertBlock(
      writer,
      list,
      position,
      items.flatMap((item) => itemLines(item, column, style, prefer, key, gap)),
    );
  }
}

/** From a dash to what stands beside it, as in the item nearest to the end. */
export function gapOf({ text }: TextWriter, { entries }: Collection): number {
  const beside = entries.findLast(
    ({ markEnd, valueStart }) => valueStart > markEnd && !text.slice(markEnd, valueStart).includes('\n'),
  );
  return beside === undefined ? 2 : beside.valueStart - beside.start;
}

/** All of them may go: then `[]` or `{}` is left. */
export function removeEntries(
  writer: TextWriter,
  collection: Collection,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  for (const index of gone) {
    if (collection.entries[index]?.isOdd === true) refuseUnusual('This');
  }
  if (gone.size === 0) return;
  if (collection.isFlow) removeFlow(writer, collection, gone);
  else removeBlock(writer, collection, gone, owner);
}
