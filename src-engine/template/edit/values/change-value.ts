/** Turns what stands somewhere into another value. Of maps and lists only what differs is written, so that comments stay. */
import type { Json, JsonObject } from '../../template.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf } from '../place/entries.ts';
import type { KeyPath } from '../template-edit.ts';
import type { Workspace } from '../workspace.ts';
import { refuseNeededAnchors } from '../workspace.ts';
import type { NewPair } from '../write/change-entries.ts';
import { insertItems, insertPairs, removeEntries } from '../write/change-entries.ts';
import { setEntry } from '../write/set-entry.ts';
import { isList, isObject, keyText } from '../write/value-text.ts';
import { isSameJson, jsonOf } from './json-of.ts';
import { positionOf } from './key-order.ts';
import { itemPrefer, lastKey, orderAt, pairsOf, preferAt } from './value-style.ts';

/** What differs between a value and a new one. */
export function changeValue(
  space: Workspace,
  owner: Collection,
  entry: Entry,
  value: Json,
  path: KeyPath,
): void {
  const old = jsonOf(entry.node);
  if (isSameJson(old, value)) return;
  const inner = collectionOf(entry.node);
  if (inner === undefined || inner.entries.length === 0 || inner.entries.some(({ isOdd }) => isOdd)) {
    replaceValue(space, owner, entry, value, path);
  } else if (inner.kind === 'map' && isObject(value) && Object.keys(value).length > 0)
    changeMap(space, inner, entry, value, path);
  else if (inner.kind === 'list' && isList(value) && value.length > 0)
    changeList(space, inner, entry, value, path);
  else replaceValue(space, owner, entry, value, path);
}

export function replaceValue(
  space: Workspace,
  owner: Collection,
  entry: Entry,
  value: Json,
  path: KeyPath,
): void {
  refuseNeededAnchors(space, entry);
  setEntry(space.writer, owner, entry, value, space.style, preferAt(space, owner, path));
}

export function changeMap(
  space: Workspace,
  map: Collection,
  holder: Entry | undefined,
  value: JsonObject,
  path: KeyPath,
): void {
  const wanted = new Map(Object.entries(value));
  const gone: number[] = [];
  for (const [index, entry] of map.entries.entries()) {
    const key = entry.key?.text ?? '';
    const isLast = map.entries.findLastIndex((other) => other.key?.text === key) === index;
    const inner = wanted.get(key);
    if (inner === undefined) gone.push(index);
    else if (isLast) changeValue(space, map, entry, inner, [...path, key]);
  }
  const present = new Set(map.entries.map(({ key }) => key?.text));
  const added = pairsOf(value).filter(({ key }) => !present.has(key));
  // A key that comes takes the place of one that goes.
  const shared = Math.min(gone.length, added.length);
  for (let at = 0; at < shared; at += 1) {
    const [entry, pair] = [map.entries[gone[at] ?? -1], added[at]];
    if (entry?.key === undefined || pair === undefined) continue;
    refuseNeededAnchors(space, entry);
    space.writer.replace(entry.key.start, entry.key.end, keyText(pair.key, space.style, map.isFlow));
    changeValue(space, map, entry, pair.value, [...path, pair.key]);
  }
  for (const index of gone.slice(shared)) {
    const entry = map.entries[index];
    if (entry !== undefined) refuseNeededAnchors(space, entry);
  }
  removeEntries(space.writer, map, new Set(gone.slice(shared)), holder);
  addPairs(space, map, added.slice(shared), path);
}

/** Those with the same place in the order of keys are written together, in their own order. */
export function addPairs(space: Workspace, map: Collection, added: readonly NewPair[], path: KeyPath): void {
  const places = new Map<number, NewPair[]>();
  for (const pair of added) {
    const position = positionOf(map, pair.key, orderAt(path));
    places.set(position, [...(places.get(position) ?? []), pair]);
  }
  const prefer = preferAt(space, map, [...path, '']);
  for (const [position, pairs] of places)
    insertPairs(space.writer, map, position, pairs, space.style, prefer);
}

/** What is the same at both ends stays; between, items are changed one by one. */
function changeList(
  space: Workspace,
  list: Collection,
  holder: Entry,
  value: readonly Json[],
  path: KeyPath,
): void {
  const old = list.entries.map(({ node }) => jsonOf(node));
  const least = Math.min(old.length, value.length);
  let front = 0;
  while (front < least && isSameJson(old[front] ?? null, value[front] ?? null)) front += 1;
  let back = 0;
  while (back < least - front && isSameJson(old.at(-1 - back) ?? null, value.at(-1 - back) ?? null))
    back += 1;
  const changed = least - front - back;
  for (let at = front; at < front + changed; at += 1) {
    const entry = list.entries[at];
    if (entry !== undefined) changeValue(space, list, entry, value[at] ?? null, [...path, at]);
  }
  const gone = list.entries.slice(front + changed, list.entries.length - back);
  for (const entry of gone) refuseNeededAnchors(space, entry);
  removeEntries(space.writer, list, new Set(gone.map((entry) => list.entries.indexOf(entry))), holder);
  const added = value.slice(front + changed, value.length - back);
  insertItems(space.writer, list, front + changed, added, space.style, itemPrefer(list), lastKey(path));
}
