/** The steps of a text as the graph knows them, each with its place and the references it holds. */
import type { Edge } from '../../../graph/connection.ts';
import { uniqueIds } from '../../../graph/unique-ids.ts';
import { quote } from '../../quote.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf, entryAt, isAliasEntry } from '../place/entries.ts';
import { refuse } from '../refusal.ts';
import type { StepId } from '../template-edit.ts';
import { nameOf } from '../values/json-of.ts';
import type { Workspace } from '../workspace.ts';

/** A name in `depends_on_step` or `depends_on_steps`. */
export interface Reference {
  readonly name: string;
  readonly entry: Entry;
  /** In `depends_on_steps`; absent for `depends_on_step`. */
  readonly index?: number;
}

/** A step, or what an environment overrides of one. */
export interface StepPlace {
  readonly name: string;
  readonly map: Collection;
  /** Of the list of steps. */
  readonly item: Entry;
  readonly index: number;
  readonly references: readonly Reference[];
}

export interface Step extends StepPlace {
  readonly id: StepId;
  /** Effective parents by name, without repeats; they may name steps that do not exist. */
  readonly parents: readonly string[];
}

export interface StepList {
  readonly entry: Entry | undefined;
  readonly list: Collection | undefined;
  readonly steps: readonly Step[];
  readonly byId: ReadonlyMap<StepId, Step>;
  /** Of several steps with one name the first, which is the one that references mean. */
  readonly byName: ReadonlyMap<string, Step>;
  readonly edges: readonly Edge[];
}

/** For edits of steps; without a list there are none, but there may be something else in its place. */
export function stepListToEdit(space: Workspace): StepList {
  const steps = stepList(space);
  const { entry, list } = steps;
  if (entry?.node !== undefined && list === undefined && !isEmptyScalar(entry)) {
    refuse('The key step_templates does not hold a list.', 'Write the steps as a list, each with a dash.');
  }
  return steps;
}

/** By the root of what was read, so that it can be worked out before somebody waits for an edit. */
const known = new WeakMap<Collection, StepList>();

export function stepList({ root }: Workspace): StepList {
  const steps = (root === undefined ? undefined : known.get(root)) ?? readSteps(root);
  if (root !== undefined) known.set(root, steps);
  return steps;
}

function readSteps(root: Collection | undefined): StepList {
  const entry = entryAt(root, 'step_templates');
  const list = collectionOf(entry?.node);
  const places = stepPlaces(list);
  const ids = uniqueIds(places.map(({ name }) => name));
  const steps = places.map((place, index): Step => {
    const parents = [...new Set(place.references.map(({ name }) => name))];
    return { ...place, id: ids[index] ?? place.name, parents };
  });
  const byName = new Map(steps.toReversed().map((step) => [step.name, step]));
  return {
    entry,
    list: list?.kind === 'list' ? list : undefined,
    steps,
    byId: new Map(steps.map((step) => [step.id, step])),
    byName,
    edges: steps.flatMap(({ id, parents }) =>
      parents.flatMap((parent) => {
        const from = byName.get(parent);
        return from === undefined ? [] : [{ from: from.id, to: id }];
      }),
    ),
  };
}

/** The maps of a list that name a step. */
export function stepPlaces(list: Collection | undefined): readonly StepPlace[] {
  if (list?.kind !== 'list') return [];
  return list.entries.flatMap((item, index) => {
    const map = collectionOf(item.node);
    const name = nameOf(entryAt(map, 'name')?.node);
    return map?.kind === 'map' && name !== undefined
      ? [{ name, map, item, index, references: referencesOf(map) }]
      : [];
  });
}

function referencesOf(map: Collection): readonly Reference[] {
  const single = entryAt(map, 'depends_on_step');
  const list = collectionOf(entryAt(map, 'depends_on_steps')?.node);
  const found: Reference[] = [];
  const name = nameOf(single?.node);
  if (single !== undefined && name !== undefined) found.push({ name, entry: single });
  for (const [index, entry] of (list?.kind === 'list' ? list.entries : []).entries()) {
    const item = nameOf(entry.node);
    if (item !== undefined) found.push({ name: item, entry, index });
  }
  return found;
}

function isEmptyScalar(entry: Entry): boolean {
  return collectionOf(entry.node) === undefined && !isAliasEntry(entry) && isNullText(entry);
}

function isNullText({ node }: Entry): boolean {
  return node !== undefined && 'value' in node && /^(?:~|null|)$/i.test(String(node.value));
}

export function stepOf({ byId }: StepList, id: StepId): Step {
  const step = byId.get(id);
  if (step === undefined)
    refuse(`There is no step ${quote(id)}.`, 'It may have been renamed or deleted meanwhile.');
  return step;
}

/** A parent is named, so it must be the one the name means. */
export function parentOf(steps: StepList, id: StepId): Step {
  const step = stepOf(steps, id);
  if (steps.byName.get(step.name) === step) return step;
  return refuse(`More than one step is named ${quote(step.name)}.`, 'Rename one of them first.');
}

/** Ids after steps were renamed, dropped or added. */
export function idsAfter(names: readonly string[], positions: readonly number[]): readonly StepId[] {
  const ids = uniqueIds(names);
  return positions.flatMap((position) => ids[position] ?? []);
}
