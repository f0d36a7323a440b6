/** Adding and removing entries, whatever a collection looks like. */
import type { Json } from '../../template.ts';
import { refuse } from '../refusal.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { columnOf } from '../place/lines.ts';
import { insertBlock, removeBlock } from './block-entries.ts';
import type { Draft } from './draft.ts';
import { insertFlow, removeFlow } from './flow-entries.ts';
import type { Prefer, Style } from './value-text.ts';
import { flowPair, flowText, itemLines, pairLines, PLAIN } from './value-text.ts';

export interface NewPair {
  readonly key: string;
  readonly value: Json;
}

export function insertPairs(
  draft: Draft,
  map: Collection,
  position: number,
  pairs: readonly NewPair[],
  style: Style,
  prefer: Prefer = PLAIN,
): void {
  const first = map.entries[0];
  if (map.isFlow) {
    const quotedKeys = first === undefined ? style.quotedKeys === true : draft.text[first.start] === '"';
    const texts = pairs.map(({ key, value }) => flowPair(key, value, { ...style, quotedKeys }, prefer));
    insertFlow(draft, map, position, texts);
  } else {
    const column = columnOf(draft.text, first?.start ?? map.start);
    const lines = pairs.flatMap(({ key, value }) => pairLines(key, value, column, style, prefer));
    insertBlock(draft, map, position, lines);
  }
}

/** `key`: of the list, for the quoting. */
export function insertItems(
  draft: Draft,
  list: Collection,
  position: number,
  items: readonly Json[],
  style: Style,
  prefer: Prefer = PLAIN,
  key?: string,
): void {
  if (list.isFlow) {
    insertFlow(
      draft,
      list,
      position,
      items.map((item) => flowText(item, style, prefer, key)),
    );
  } else {
    const column = columnOf(draft.text, list.start);
    const gap = gapOf(draft, list);
    insertBlock(
      draft,
      list,
      position,
      items.flatMap((item) => itemLines(item, column, style, prefer, key, gap)),
    );
  }
}

/** From a dash to what stands beside it, as in the item nearest to the end. */
export function gapOf({ text }: Draft, { entries }: Collection): number {
  const beside = entries.findLast(
    ({ markEnd, valueStart }) => valueStart > markEnd && !text.slice(markEnd, valueStart).includes('\n'),
  );
  return beside === undefined ? 2 : beside.valueStart - beside.start;
}

/** All of them may go: then `[]` or `{}` is left. */
export function removeEntries(
  draft: Draft,
  collection: Collection,
  gone: ReadonlySet<number>,
  owner: Entry | undefined,
): void {
  for (const index of gone) {
    if (collection.entries[index]?.isOdd === true)
      refuse('This is written in an unusual way.', 'Change it in the text.');
  }
  if (gone.size === 0) return;
  if (collection.isFlow) removeFlow(draft, collection, gone);
  else removeBlock(draft, collection, gone, owner);
}
