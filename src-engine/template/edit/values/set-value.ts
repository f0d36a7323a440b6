/** Sets what is under a path. Of maps and lists only what differs is written, so that comments inside of them stay. */
import type { Json, JsonObject } from '../../template.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf } from '../place/entries.ts';
import { refuse } from '../refusal.ts';
import { commonQuoting, preferOf } from '../steps/neighbours.ts';
import { stepList } from '../steps/step-list.ts';
import type { Workspace } from '../workspace.ts';
import { refuseNeededAnchors } from '../workspace.ts';
import type { KeyPath } from '../template-edit.ts';
import { insertItems, insertPairs, removeEntries } from '../write/change-entries.ts';
import { setEntry } from '../write/set-entry.ts';
import type { Prefer } from '../write/value-text.ts';
import { isList, isObject, keyText, pairLines } from '../write/value-text.ts';
import { isSameJson, jsonOf } from './json-of.ts';
import { positionOf, STEP_KEYS, TEMPLATE_KEYS } from './key-order.ts';
import { follow, nameOfPath } from './paths.ts';

export function setValue(space: Workspace, path: KeyPath, value: Json): void {
  const way = follow(space, path);
  if (way.kind === 'found') change(space, way.found.owner, way.found.entry, value, path);
  else if (way.owner !== undefined) {
    if (way.rest.length === 0) changeRoot(space, way.owner, value);
    else
      add(space, way.owner, way.last?.entry, path.slice(0, path.length - way.rest.length), way.rest, value);
  } else if (way.last === undefined) writeRoot(space, nested(way.rest, value));
  else fill(space, way.last.owner, way.last.entry, path, way.rest, value);
}

function changeRoot(space: Workspace, root: Collection, value: Json): void {
  if (!isObject(value) || Object.keys(value).length === 0)
    refuse('A template is a map of keys.', 'Set the keys one by one.');
  changeMap(space, root, undefined, value, []);
}

function writeRoot({ draft, style }: Workspace, value: Json): void {
  if (!isObject(value) || Object.keys(value).length === 0)
    refuse('A template is a map of keys.', 'Set the keys one by one.');
  const lines = linesOf(value, style);
  draft.insertLines(draft.text.length, lines);
}

/** The keys on a path that do not exist yet, as maps and lists around the value. */
function nested(rest: KeyPath, value: Json): Json {
  return rest.toReversed().reduce<Json>((inner, segment) => {
    if (typeof segment === 'string') return { [segment]: inner };
    if (segment !== 0) refuse(`There are no ${segment} items yet.`, 'Add items one after another.');
    return [inner];
  }, value);
}

/** Puts a value where nothing was written, or null, or an empty map. */
function fill(
  space: Workspace,
  owner: Collection,
  entry: Entry,
  path: KeyPath,
  rest: KeyPath,
  value: Json,
): void {
  if (jsonOf(entry.node) !== null) {
    refuse(
      `${nameOfPath(path.slice(0, path.length - rest.length))} holds a single value.`,
      'Delete it first to put keys below it.',
    );
  }
  replace(space, owner, entry, nested(rest, value), path);
}

function add(
  space: Workspace,
  owner: Collection,
  holder: Entry | undefined,
  above: KeyPath,
  rest: KeyPath,
  value: Json,
): void {
  const [segment, ...below] = rest;
  const inner = nested(below, value);
  const key = lastKey(above);
  if (owner.kind === 'list') {
    if (segment !== owner.entries.length)
      refuse(
        `There is no ${nameOfPath([...above, segment ?? ''])}.`,
        'An item can be added behind the last one.',
      );
    if (owner.entries.length === 0 && holder !== undefined) refill(space, owner, holder, [inner], above);
    else insertItems(space.draft, owner, owner.entries.length, [inner], space.style, itemPrefer(owner), key);
  } else if (owner.entries.length === 0 && holder !== undefined) {
    refill(space, owner, holder, { [String(segment)]: inner }, above);
  } else addPair(space, owner, String(segment), inner, above);
}

/** Something into `{}` or `[]`: in block style, unless what holds them is in flow style. */
function refill(space: Workspace, empty: Collection, holder: Entry, value: Json, path: KeyPath): void {
  const way = follow(space, path);
  if (way.kind !== 'found') return;
  const { draft, style } = space;
  if (draft.text.slice(empty.start, empty.end).includes('#')) {
    if (isList(value)) insertItems(draft, empty, 0, value, style);
    else if (isObject(value)) insertPairs(draft, empty, 0, pairsOf(value), style);
  } else setEntry(draft, way.found.owner, holder, value, style, preferAt(space, way.found.owner, path));
}

function addPair(space: Workspace, map: Collection, key: string, value: Json, above: KeyPath): void {
  const position = positionOf(map, key, orderAt(above));
  insertPairs(
    space.draft,
    map,
    position,
    [{ key, value }],
    space.style,
    preferAt(space, map, [...above, key]),
  );
}

/** What differs between a value and a new one. */
function change(space: Workspace, owner: Collection, entry: Entry, value: Json, path: KeyPath): void {
  const old = jsonOf(entry.node);
  if (isSameJson(old, value)) return;
  const inner = collectionOf(entry.node);
  if (inner === undefined || inner.entries.length === 0 || inner.entries.some(({ isOdd }) => isOdd)) {
    replace(space, owner, entry, value, path);
  } else if (inner.kind === 'map' && isObject(value) && Object.keys(value).length > 0)
    changeMap(space, inner, entry, value, path);
  else if (inner.kind === 'list' && isList(value) && value.length > 0)
    changeList(space, inner, entry, value, path);
  else replace(space, owner, entry, value, path);
}

function replace(space: Workspace, owner: Collection, entry: Entry, value: Json, path: KeyPath): void {
  refuseNeededAnchors(space, entry);
  setEntry(space.draft, owner, entry, value, space.style, preferAt(space, owner, path));
}

function changeMap(
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
    else if (isLast) change(space, map, entry, inner, [...path, key]);
  }
  const present = new Set(map.entries.map(({ key }) => key?.text));
  const added = pairsOf(value).filter(({ key }) => !present.has(key));
  // A key that comes takes the place of one that goes.
  const shared = Math.min(gone.length, added.length);
  for (let at = 0; at < shared; at += 1) {
    const [entry, pair] = [map.entries[gone[at] ?? -1], added[at]];
    if (entry?.key === undefined || pair === undefined) continue;
    refuseNeededAnchors(space, entry);
    space.draft.replace(entry.key.start, entry.key.end, keyText(pair.key, space.style, map.isFlow));
    change(space, map, entry, pair.value, [...path, pair.key]);
  }
  for (const index of gone.slice(shared)) {
    const entry = map.entries[index];
    if (entry !== undefined) refuseNeededAnchors(space, entry);
  }
  removeEntries(space.draft, map, new Set(gone.slice(shared)), holder);
  addPairs(space, map, added.slice(shared), path);
}

/** Those with the same place in the order of keys are written together, in their own order. */
function addPairs(
  space: Workspace,
  map: Collection,
  added: readonly { key: string; value: Json }[],
  path: KeyPath,
): void {
  for (const pair of added) {
    const position = positionOf(map, pair.key, orderAt(path));
    insertPairs(space.draft, map, position, [pair], space.style, preferAt(space, map, [...path, pair.key]));
  }
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
    if (entry !== undefined) change(space, list, entry, value[at] ?? null, [...path, at]);
  }
  const gone = list.entries.slice(front + changed, list.entries.length - back);
  for (const entry of gone) refuseNeededAnchors(space, entry);
  removeEntries(space.draft, list, new Set(gone.map((entry) => list.entries.indexOf(entry))), holder);
  const added = value.slice(front + changed, value.length - back);
  insertItems(space.draft, list, front + changed, added, space.style, itemPrefer(list), lastKey(path));
}

function itemPrefer(list: Collection): Prefer {
  const quoting = commonQuoting([list]);
  return () => quoting;
}

function preferAt(space: Workspace, owner: Collection, path: KeyPath): Prefer {
  if (path[0] === 'step_templates' && path.length <= 3)
    return preferOf(stepList(space), owner.kind === 'map' && path.length === 3 ? owner : undefined);
  const quoting = commonQuoting([owner]);
  return () => quoting;
}

function orderAt(path: KeyPath): readonly string[] {
  if (path.length === 0) return TEMPLATE_KEYS;
  if (path[0] === 'environments' && path.length === 2) return TEMPLATE_KEYS;
  return path.at(-2) === 'step_templates' && typeof path.at(-1) === 'number' ? STEP_KEYS : [];
}

function lastKey(path: KeyPath): string {
  return path.findLast((segment) => typeof segment === 'string') ?? '';
}

function pairsOf(value: JsonObject): readonly { readonly key: string; readonly value: Json }[] {
  return Object.entries(value).map(([key, inner]) => ({ key, value: inner }));
}

function linesOf(value: JsonObject, style: Workspace['style']): readonly string[] {
  return pairsOf(value).flatMap((pair) => pairLines(pair.key, pair.value, 0, style));
}
