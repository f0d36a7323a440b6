/** Copies of steps, from this text or another one: names made free, dependencies on what is here. */
import type { JsonObject } from '../../template.ts';
import { changeText } from '../text-change.ts';
import type { StepId } from '../template-edit.ts';
import { readEditable } from '../editable-text.ts';
import { refuse } from '../refusal.ts';
import { keepsBreaks } from '../write/block-entries.ts';
import { isObject } from '../write/value-text.ts';
import { jsonOf } from '../values/json-of.ts';
import { setEntry } from '../write/set-entry.ts';
import { collectionOf, entryAt } from '../place/entries.ts';
import { linesOfStep } from './copy-steps.ts';
import { mannerOf, setParents } from './dependencies.ts';
import type { WrittenStep } from './insert-steps.ts';
import { insertSteps } from './insert-steps.ts';
import { listNames, mentionsOf } from './mentions.ts';
import type { Step, StepList } from './step-list.ts';
import { parentOf, stepList, stepOf } from './step-list.ts';
import { freeName, refuseName } from './step-names.ts';
import type { Workspace } from '../workspace.ts';
import { openWorkspace } from '../workspace.ts';

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

/** Of the items of `step_templates`, in the order of the text. */
export function yamlOf(space: Workspace, steps: StepList, originals: readonly Step[]): string {
  return `${originals.flatMap((step) => linesOfStep(space, steps, step)).join('\n')}\n`;
}

export function inOrder(steps: StepList, ids: readonly StepId[]): readonly Step[] {
  return [...new Set(ids.map((id) => stepOf(steps, id)))].toSorted((a, b) => a.index - b.index);
}

interface Placing {
  /** Whether a dependency on a step outside of the copies stays. */
  readonly isKept: (name: string) => boolean;
  /** What copies wait for that would wait for nothing. */
  readonly parents: readonly string[];
  readonly position: number;
}

function place(space: Workspace, steps: StepList, yaml: string, placing: Placing): readonly StepId[] {
  const copies = readCopies(yaml);
  const names = newNames(steps, copies.steps);
  const written = rewritten(copies, steps, names, placing);
  insertSteps(space, steps, placing.position, written);
  listNames(space, mentionsOf(space), names);
  return names;
}

interface Copies {
  readonly space: Workspace;
  readonly steps: StepList;
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

function readCopies(yaml: string): Copies {
  const text = yaml
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .replace(/(?<!\n)$/, '\n');
  for (const candidate of [`step_templates:\n${text}`, text]) {
    const editable = readEditable(candidate);
    if (editable.document === undefined) continue;
    const space = openWorkspace(editable);
    const steps = stepList(space);
    if (steps.steps.length > 0 && steps.steps.length === steps.list?.entries.length) return { space, steps };
  }
  return refuse(
    'The clipboard holds no steps.',
    'Copy steps on the canvas, or items of `step_templates` in a text.',
  );
}

/** Changed in a text of their own, so that comments and style come along. */
function rewritten(
  { space, steps }: Copies,
  target: StepList,
  names: readonly string[],
  placing: Placing,
): readonly WrittenStep[] {
  const renamed = new Map(
    steps.steps.toReversed().map((step) => [step.name, names[steps.steps.indexOf(step)] ?? step.name]),
  );
  const manner = { ...mannerOf(target), steps };
  for (const [index, step] of steps.steps.entries()) {
    const entry = entryAt(step.map, 'name');
    if (entry !== undefined) setEntry(space.draft, step.map, entry, names[index] ?? step.name, space.style);
    const inside = step.parents.flatMap((name) => renamed.get(name) ?? (placing.isKept(name) ? name : []));
    setParents(space, step, inside.length === 0 ? placing.parents : inside, manner);
  }
  const changed = changeText(space.draft.text, space.draft.finish());
  if (changed.kind === 'refused') refuse('The steps cannot be copied.', 'Copy them in the text.');
  return written(openWorkspace(readEditable(changed.text)));
}

function written(space: Workspace): readonly WrittenStep[] {
  const steps = stepList(space);
  return steps.steps.map((step) => ({
    lines: linesOfStep(space, steps, step),
    value: objectOf(step),
    keepsBreaks: keepsBreaks(step.item),
  }));
}

function objectOf({ item }: Step): JsonObject {
  const value = collectionOf(item.node) === undefined ? {} : jsonOf(item.node);
  return isObject(value) ? value : {};
}
