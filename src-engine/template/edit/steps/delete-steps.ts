/** Deletes steps, with what is said about them elsewhere. */
import type { Dependents, StepId } from '../template-edit.ts';
import { removeEntries } from '../write/change-entries.ts';
import type { Manner } from './dependencies.ts';
import { mannerOf, setParents } from './dependencies.ts';
import type { Mentions } from './mentions.ts';
import { dropOverrides, mentionsOf, unlistNames } from './mentions.ts';
import type { Step, StepList } from './step-list.ts';
import { stepOf } from './step-list.ts';
import type { Workspace } from '../workspace.ts';
import { refuseNeededAnchors } from '../workspace.ts';

export function deleteSteps(
  space: Workspace,
  steps: StepList,
  ids: readonly StepId[],
  dependents: Dependents,
): readonly StepId[] {
  const gone = goneSteps(steps, ids, dependents);
  const { list, entry } = steps;
  if (gone.size === 0 || list === undefined) return [];
  for (const step of gone) refuseNeededAnchors(space, step.item);
  const names = namesWithoutStep(steps, gone);
  const mentions = mentionsOf(space);
  rewriteParents(space, steps, mentions, { gone, names, isBridged: dependents === 'bridge' });
  removeEntries(space.writer, list, new Set([...gone].map(({ index }) => index)), entry);
  unlistNames(space, mentions, names);
  dropOverrides(space, mentions, names);
  return [];
}

function goneSteps(steps: StepList, ids: readonly StepId[], dependents: Dependents): ReadonlySet<Step> {
  const gone = new Set(ids.map((id) => stepOf(steps, id)));
  if (dependents !== 'delete') return gone;
  // A set is walked in the order in which it grows, so this reaches all descendants.
  for (const step of gone) {
    for (const { from, to } of steps.edges) if (from === step.id) gone.add(stepOf(steps, to));
  }
  return gone;
}

/** Names that no step has any more. */
function namesWithoutStep({ steps }: StepList, gone: ReadonlySet<Step>): ReadonlySet<string> {
  const kept = new Set(steps.filter((step) => !gone.has(step)).map(({ name }) => name));
  return new Set([...gone].map(({ name }) => name).filter((name) => !kept.has(name)));
}

interface Loss {
  readonly gone: ReadonlySet<Step>;
  readonly names: ReadonlySet<string>;
  readonly isBridged: boolean;
}

function rewriteParents(space: Workspace, steps: StepList, mentions: Mentions, loss: Loss): void {
  const manner: Manner = mannerOf(steps);
  const stays = steps.steps.filter((step) => !loss.gone.has(step));
  const overrides = mentions.overrides.flatMap(({ steps: places }) =>
    places.filter(({ name }) => !loss.names.has(name)),
  );
  for (const place of [...stays, ...overrides]) {
    const parents = place.references.map(({ name }) => name);
    if (!parents.some((name) => loss.names.has(name))) continue;
    const left = parents.flatMap((name) => (loss.names.has(name) ? inheritedFrom(steps, name, loss) : name));
    setParents(
      space,
      place,
      left.filter((name) => name !== place.name),
      manner,
    );
  }
}

/** The nearest ancestors that stay, names without a step not among them. */
function inheritedFrom(steps: StepList, name: string, { names, isBridged }: Loss): readonly string[] {
  if (!isBridged) return [];
  const found: string[] = [];
  const seen = new Set([name]);
  const pending = [name];
  for (const at of pending) {
    for (const parent of steps.byName.get(at)?.parents ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      if (names.has(parent)) pending.push(parent);
      else if (steps.byName.has(parent)) found.push(parent);
    }
  }
  return found;
}
