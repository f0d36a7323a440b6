/** Where else steps are named: the whitelist `named_steps`, and what environments override, which has both again. */
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf, entryAt } from '../place/entries.ts';
import { nameOf } from '../values/json-of.ts';
import { insertItems, removeEntries } from '../write/change-entries.ts';
import { quotingOf, setEntry } from '../write/set-entry.ts';
import type { Prefer } from '../write/value-text.ts';
import type { StepPlace } from './step-list.ts';
import { stepPlaces } from './step-list.ts';
import type { Workspace } from '../workspace.ts';

/** A list of names. */
interface NameList {
  readonly list: Collection;
  readonly owner: Entry;
}

export interface Mentions {
  /** Of the template, and where environments replace it, of those. */
  readonly namedSteps: readonly NameList[];
  readonly overrides: readonly Overrides[];
}

/** What one environment overrides of steps. */
interface Overrides {
  readonly list: Collection;
  readonly owner: Entry;
  readonly steps: readonly StepPlace[];
}

export function mentionsOf({ root }: Workspace): Mentions {
  const environments = collectionOf(entryAt(root, 'environments')?.node);
  const maps = (environments?.kind === 'map' ? environments.entries : []).flatMap(
    ({ node }) => collectionOf(node) ?? [],
  );
  return {
    namedSteps: [...(root === undefined ? [] : [root]), ...maps].flatMap((map) => listAt(map, 'named_steps')),
    overrides: maps
      .flatMap((map) => listAt(map, 'step_templates'))
      .map((found) => ({ ...found, steps: stepPlaces(found.list) })),
  };
}

function listAt(map: Collection, key: string): readonly NameList[] {
  const owner = entryAt(map, key);
  const list = collectionOf(owner?.node);
  return owner !== undefined && list?.kind === 'list' ? [{ list, owner }] : [];
}

/** Those that are not listed already. */
export function listNames(
  { writer, style }: Workspace,
  { namedSteps }: Mentions,
  names: readonly string[],
): void {
  for (const { list } of namedSteps) {
    const listed = new Set(list.entries.map(({ node }) => nameOf(node)));
    const missing = names.filter((name) => !listed.has(name));
    const quoting = quotingOf(list.entries.at(-1)?.node) ?? 'plain';
    const prefer: Prefer = () => quoting;
    if (missing.length > 0)
      insertItems(writer, list, list.entries.length, missing, style, prefer, 'named_steps');
  }
}

export function unlistNames(
  { writer }: Workspace,
  { namedSteps }: Mentions,
  names: ReadonlySet<string>,
): void {
  for (const { list, owner } of namedSteps) {
    const gone = positions(
      list.entries.map(({ node }) => nameOf(node)),
      names,
    );
    removeEntries(writer, list, gone, owner);
  }
}

export function renameListed(
  { writer, style }: Workspace,
  { namedSteps }: Mentions,
  from: string,
  to: string,
): void {
  for (const { list } of namedSteps) {
    for (const entry of list.entries)
      if (nameOf(entry.node) === from) setEntry(writer, list, entry, to, style);
  }
}

export function dropOverrides(
  { writer }: Workspace,
  { overrides }: Mentions,
  names: ReadonlySet<string>,
): void {
  for (const { list, owner } of overrides) {
    const all = list.entries.map(({ node }) => nameOf(entryAt(collectionOf(node), 'name')?.node));
    removeEntries(writer, list, positions(all, names), owner);
  }
}

function positions(all: readonly (string | undefined)[], names: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(all.flatMap((name, index) => (name !== undefined && names.has(name) ? [index] : [])));
}
