/** Sets what is under a path. Of maps and lists only what differs is written, so that comments inside of them stay. */
import type { Json, JsonObject } from '../../template.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { refuse } from '../refusal.ts';
import type { KeyPath } from '../template-edit.ts';
import type { Workspace } from '../workspace.ts';
import { insertItems, insertPairs } from '../write/change-entries.ts';
import { setEntry } from '../write/set-entry.ts';
import { isList, isObject, pairLines } from '../write/value-text.ts';
import { addPairs, changeMap, changeValue, replaceValue } from './change-value.ts';
import { jsonOf } from './json-of.ts';
import { follow, nameOfPath } from './paths.ts';
import { itemPrefer, lastKey, pairsOf, preferAt } from './value-style.ts';

export function setValue(space: Workspace, path: KeyPath, value: Json): void {
  const way = follow(space, path);
  if (way.kind === 'found') changeValue(space, way.found.owner, way.found.entry, value, path);
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

function writeRoot({ writer, style }: Workspace, value: Json): void {
  if (!isObject(value) || Object.keys(value).length === 0)
    refuse('A template is a map of keys.', 'Set the keys one by one.');
  const lines = linesOf(value, style);
  writer.insertLines(writer.text.length, lines);
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
  replaceValue(space, owner, entry, nested(rest, value), path);
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
    else insertItems(space.writer, owner, owner.entries.length, [inner], space.style, itemPrefer(owner), key);
  } else if (owner.entries.length === 0 && holder !== undefined) {
    refill(space, owner, holder, { [String(segment)]: inner }, above);
  } else addPairs(space, owner, [{ key: String(segment), value: inner }], above);
}

/** Something into `{}` or `[]`: in block style, unless what holds them is in flow style. */
function refill(space: Workspace, empty: Collection, holder: Entry, value: Json, path: KeyPath): void {
  const way = follow(space, path);
  if (way.kind !== 'found') return;
  const { writer, style } = space;
  if (writer.text.slice(empty.start, empty.end).includes('#')) {
    if (isList(value)) insertItems(writer, empty, 0, value, style);
    else if (isObject(value)) insertPairs(writer, empty, 0, pairsOf(value), style);
  } else setEntry(writer, way.found.owner, holder, value, style, preferAt(space, way.found.owner, path));
}

function linesOf(value: JsonObject, style: Workspace['style']): readonly string[] {
  return pairsOf(value).flatMap((pair) => pairLines(pair.key, pair.value, 0, style));
}
