/** Copies of steps, from this text or another one: names made free, dependencies on what is here. */
import type { StepId } from '../../template-edit.ts';
import type { Workspace } from '../../workspace.ts';
import { mannerOf } from '../dependencies.ts';
import { listNames, mentionsOf } from '../mentions.ts';
import type { StepList } from '../step-list.ts';
import { parentOf } from '../step-list.ts';
import type { Change } from './copies.ts';
import { changeCopies, readCopies } from './copies.ts';
import { inOrder, yamlOf } from './copy-steps.ts';
import { insertSteps } from './insert-steps.ts';
import { freeName, refuseName } from './step-names.ts';

export function pasteSteps(
  space: Workspace,
  steps: StepList,
  yaml: string,
  dependsOn: readonly StepId[],
): readonly StepId[] {
  const parents = dependsOn.map((id) => parentOf(steps, id).name);
  const isHere = (name: string): boolean => steps.byName.has(name);
  return place(space, steps, yaml, { isKept: isHere, parents, position: steps.list?.entries.length ?? 0 });
}

export function duplicateSteps(space: Workspace, steps: StepList, ids: readonly StepId[]): readonly StepId[] {
  const originals = inOrder(steps, ids);
  const last = originals.at(-1);
  if (last === undefined) return [];
  const yaml = yamlOf(space, steps, originals);
  return place(space, steps, yaml, { isKept: () => true, parents: [], position: last.index + 1 });
}

type Placing = Pick<Change, 'isKept' | 'parents'> & { readonly position: number };

function place(
  space: Workspace,
  steps: StepList,
  yaml: string,
  { position, ...placing }: Placing,
): readonly StepId[] {
  const copies = readCopies(yaml);
  const names = newNames(steps, copies.steps);
  const changed = changeCopies(copies, { ...placing, names, manner: mannerOf(steps) });
  insertSteps(space, steps, position, changed);
  listNames(space, mentionsOf(space), names);
  return names;
}

function newNames({ steps }: StepList, copies: StepList): readonly string[] {
  const taken = new Set(steps.flatMap((step) => [step.name, step.id]));
  return copies.steps.map(({ name }) => {
    refuseName(name);
    const free = freeName(name, taken);
    taken.add(free);
    return free;
  });
}
