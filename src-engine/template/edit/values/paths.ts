/** Finds what a path of keys and indexes leads to. */
import { quote } from '../../quote.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf, isAliasEntry } from '../place/entries.ts';
import { refuse, refuseUnusual } from '../refusal.ts';
import type { KeyPath } from '../template-edit.ts';
import type { Workspace } from '../workspace.ts';

export interface Found {
  /** What holds the entry. */
  readonly owner: Collection;
  /** What holds the owner; absent for the root. */
  readonly holder: Entry | undefined;
  readonly entry: Entry;
  readonly index: number;
}

/** Where a path ends: what it names, or the innermost thing on the way to it and the keys that are missing. */
export type Way =
  | { readonly kind: 'found'; readonly found: Found }
  | {
      readonly kind: 'missing';
      readonly last: Found | undefined;
      readonly owner: Collection | undefined;
      readonly rest: KeyPath;
    };

export function follow({ root }: Workspace, path: KeyPath): Way {
  let owner = root;
  let found: Found | undefined;
  for (const [depth, segment] of path.entries()) {
    const index = owner === undefined ? -1 : indexOf(owner, segment);
    const entry = owner?.entries[index];
    if (owner === undefined || entry === undefined)
      return { kind: 'missing', last: found, owner, rest: path.slice(depth) };
    if (entry.isOdd) refuseUnusual(nameOfPath(path));
    found = { owner, holder: found?.entry, entry, index };
    owner = collectionOf(entry.node);
    if (depth < path.length - 1 && isAliasEntry(entry)) {
      refuse(
        `${nameOfPath(path.slice(0, depth + 1))} is an alias.`,
        'Write the value out; Ruby refuses aliases anyway.',
      );
    }
  }
  return found === undefined
    ? { kind: 'missing', last: undefined, owner, rest: [] }
    : { kind: 'found', found };
}

export function foundAt(space: Workspace, path: KeyPath): Found {
  const way = follow(space, path);
  if (way.kind === 'found') return way.found;
  return refuse(`There is no ${nameOfPath(path)}.`, 'It may have been renamed or deleted meanwhile.');
}

/** Of keys that stand twice the last counts. */
function indexOf({ kind, entries }: Collection, segment: string | number): number {
  if (kind === 'list') return typeof segment === 'number' ? segment : -1;
  return entries.findLastIndex(({ key }) => key?.text === String(segment));
}

export function nameOfPath(path: KeyPath): string {
  return path.length === 0 ? 'the whole file' : quote(path.join('.'));
}
