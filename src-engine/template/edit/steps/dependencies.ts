/** Writes what a step waits for: one key or two, one name or a list, as it stands there already. */
import { quote } from '../../quote.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf, entryAt } from '../place/entries.ts';
import { refuse } from '../refusal.ts';
import { positionOf, STEP_KEYS } from '../values/key-order.ts';
import type { NewPair } from '../write/change-entries.ts';
import { insertItems, insertPairs, removeEntries } from '../write/change-entries.ts';
import type { TextWriter } from '../write/text-writer.ts';
import { setEntry } from '../write/set-entry.ts';
import type { Prefer, Style } from '../write/value-text.ts';
import type { DependencyStyle } from './neighbours.ts';
import { dependencyStyle, preferOf } from './neighbours.ts';
import type { Reference, StepList, StepPlace } from './step-list.ts';
import type { Workspace } from '../workspace.ts';

/** What the file is like; worked out once for all steps of an edit. */
export interface Manner {
  readonly dependencies: DependencyStyle;
  readonly steps: StepList;
}

export function mannerOf(steps: StepList): Manner {
  return { steps, dependencies: dependencyStyle(steps) };
}

/** Changes the references of a step so that it waits for exactly these names. Each name stays where it stands. */
export function setParents(
  space: Workspace,
  step: StepPlace,
  wanted: readonly string[],
  manner: Manner,
): void {
  const target = [...new Set(wanted)];
  const gone = step.references.filter(({ name }) => !target.includes(name));
  const missing = target.filter((name) => !step.references.some((reference) => reference.name === name));
  if (gone.length === 0 && missing.length === 0) return;
  refuseUnusualReferences(step);
  const { writer } = space;
  const writing: Writing = {
    prefer: preferOf(manner.steps, step.map),
    style: { ...space.style, flowLists: manner.dependencies.isFlow },
  };
  // A name that goes makes room for one that comes.
  const shared = Math.min(gone.length, missing.length);
  const replaced = new Map(gone.slice(0, shared).map((reference, at) => [reference, missing[at] ?? '']));
  const added = missing.slice(shared);
  const single = step.references.find(({ index }) => index === undefined);
  const widened =
    added.length > 0 && entryAt(step.map, 'depends_on_steps') === undefined ? single : undefined;
  for (const [reference, name] of replaced) {
    const owner = reference.index === undefined ? step.map : (listOf(step.map) ?? step.map);
    if (reference !== widened) setEntry(writer, owner, reference.entry, name, writing.style, writing.prefer);
  }
  if (widened !== undefined) {
    widen(writer, step.map, widened.entry, [replaced.get(widened) ?? widened.name, ...added], writing);
  } else if (added.length > 0) addParents(writer, step.map, added, manner, writing);
  else removeReferences(writer, step, gone.slice(shared));
}

interface Writing {
  readonly style: Style;
  readonly prefer: Prefer;
}

function listOf(map: Collection): Collection | undefined {
  const list = collectionOf(entryAt(map, 'depends_on_steps')?.node);
  return list?.kind === 'list' ? list : undefined;
}

function refuseUnusualReferences({ map, name }: StepPlace): void {
  for (const { key, node, isOdd } of map.entries) {
    const isList = collectionOf(node)?.kind === 'list';
    const isText = node !== undefined && 'value' in node && node.anchor === undefined;
    const isFine =
      node === undefined ||
      (key?.text === 'depends_on_steps' ? isList || (isText && isNull(node.value)) : isText);
    if (key?.text !== 'depends_on_step' && key?.text !== 'depends_on_steps') continue;
    if (!isFine || isOdd)
      refuse(
        `The key ${key.text} of the step ${quote(name)} is not what it should be.`,
        'Mend it in the text first.',
      );
  }
}

function isNull(value: unknown): boolean {
  return /^(?:~|null|)$/i.test(String(value));
}

function addParents(
  writer: TextWriter,
  map: Collection,
  added: readonly string[],
  manner: Manner,
  { style, prefer }: Writing,
): void {
  const list = listOf(map);
  const single = entryAt(map, 'depends_on_step');
  const plural = entryAt(map, 'depends_on_steps');
  if (list !== undefined) {
    insertItems(writer, list, list.entries.length, added, style, prefer, 'depends_on_steps');
  } else if (plural !== undefined) setEntry(writer, map, plural, added, style, prefer);
  else if (single !== undefined && added.length === 1)
    setEntry(writer, map, single, added[0] ?? '', style, prefer);
  else if (single !== undefined) widen(writer, map, single, added, { style, prefer });
  else {
    const pair = dependencyPair(added, manner.dependencies);
    insertPairs(writer, map, positionOf(map, pair.key, STEP_KEYS), [pair], style, prefer);
  }
}

/** How the parents of a step are written that has none yet. */
export function dependencyPair(parents: readonly string[], { onlyLists }: DependencyStyle): NewPair {
  if (parents.length > 1 || onlyLists) return { key: 'depends_on_steps', value: parents };
  return { key: 'depends_on_step', value: parents[0] ?? '' };
}

/** `depends_on_step: a` becomes `depends_on_steps` with a list. */
function widen(
  writer: TextWriter,
  map: Collection,
  entry: Entry,
  names: readonly string[],
  { style, prefer }: Writing,
): void {
  if (entry.key === undefined) return;
  const { end } = entry.key;
  const isQuoted = /["']/.test(writer.text[end - 1] ?? '');
  writer.insert(isQuoted ? end - 1 : end, 's');
  setEntry(writer, map, entry, names, style, prefer);
}

/** A key that holds no name any more goes. */
function removeReferences(writer: TextWriter, { map }: StepPlace, gone: readonly Reference[]): void {
  const list = listOf(map);
  const items = new Set(gone.flatMap(({ index }) => index ?? []));
  const plural = entryAt(map, 'depends_on_steps');
  const keys = new Set<string>();
  if (gone.some(({ index }) => index === undefined)) keys.add('depends_on_step');
  if (list !== undefined && items.size > 0) {
    if (items.size === list.entries.length) keys.add('depends_on_steps');
    else removeEntries(writer, list, items, plural);
  }
  if (keys.size > 0) removeEntries(writer, map, positionsOf(map, keys), undefined);
}

function positionsOf(map: Collection, keys: ReadonlySet<string>): ReadonlySet<number> {
  const at = map.entries.flatMap((entry: Entry, index) => (keys.has(entry.key?.text ?? '') ? [index] : []));
  return new Set(at);
}
