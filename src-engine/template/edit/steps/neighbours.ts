/** How the steps of a file are written: what is new is to look like what stands there. */
import type { Collection } from '../place/entries.ts';
import { collectionOf, entryAt } from '../place/entries.ts';
import type { Quoting } from '../write/scalar-text.ts';
import { quotingOf } from '../write/set-entry.ts';
import type { Prefer } from '../write/value-text.ts';
import { nameOf } from '../values/json-of.ts';
import type { StepList } from './step-list.ts';

/** The quoting a key has in the steps, the nearest ones first; else that of the other texts of the steps, if it is the same everywhere. */
export function preferOf(steps: StepList, own?: Collection): Prefer {
  const maps = [...(own === undefined ? [] : [own]), ...steps.steps.toReversed().map(({ map }) => map)];
  return (key) => {
    if (key === undefined) return 'plain';
    const sameKey = key.startsWith('depends_on_step')
      ? (referenceQuoting(maps) ?? quotingAt(maps, 'name'))
      : quotingAt(maps, key);
    return sameKey ?? (own === undefined ? commonQuoting(maps.slice(0, 1)) : commonQuoting([own]));
  };
}

function quotingAt(maps: readonly Collection[], key: string): Quoting | undefined {
  for (const map of maps) {
    const node = entryAt(map, key)?.node;
    if (nameOf(node) !== undefined) return quotingOf(node);
  }
  return undefined;
}

function referenceQuoting(maps: readonly Collection[]): Quoting | undefined {
  for (const map of maps) {
    const single = entryAt(map, 'depends_on_step')?.node;
    const list = collectionOf(entryAt(map, 'depends_on_steps')?.node);
    const node = single ?? list?.entries[0]?.node;
    if (nameOf(node) !== undefined) return quotingOf(node);
  }
  return undefined;
}

/** Of the texts of some maps: quotation marks only where all have the same. */
export function commonQuoting(maps: readonly Collection[]): Quoting {
  const all = new Set(
    maps
      .flatMap(({ entries }) => entries)
      .flatMap(({ node }) => (nameOf(node) === undefined ? [] : quotingOf(node))),
  );
  const [first] = all;
  return all.size === 1 && first !== undefined ? first : 'plain';
}

export interface DependencyStyle {
  /** One parent is written as a list too. */
  readonly onlyLists: boolean;
  readonly isFlow: boolean;
}

export function dependencyStyle({ steps }: StepList): DependencyStyle {
  const lists = steps.flatMap(({ map }) => collectionOf(entryAt(map, 'depends_on_steps')?.node) ?? []);
  const hasSingles = steps.some(({ map }) => entryAt(map, 'depends_on_step') !== undefined);
  return { onlyLists: lists.length > 0 && !hasSingles, isFlow: lists.at(-1)?.isFlow ?? false };
}
