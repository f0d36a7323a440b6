/** Steps in a text of their own, where they are changed before they are put into another one. */
import type { JsonObject } from '../../../template.ts';
import { readEditable } from '../../editable-text.ts';
import { collectionOf, entryAt } from '../../place/entries.ts';
import { refuse } from '../../refusal.ts';
import { changeText } from '../../text-change.ts';
import { jsonOf } from '../../values/json-of.ts';
import { keepsBreaks } from '../../write/block-entries.ts';
import { setEntry } from '../../write/set-entry.ts';
import { isObject } from '../../write/value-text.ts';
import type { Workspace } from '../../workspace.ts';
import { openWorkspace } from '../../workspace.ts';
import type { Manner } from '../dependencies.ts';
import { setParents } from '../dependencies.ts';
import type { Step, StepList } from '../step-list.ts';
import { stepList } from '../step-list.ts';
import { linesOfStep } from './copy-steps.ts';
import type { WrittenStep } from './insert-steps.ts';

export interface Copies {
  readonly space: Workspace;
  readonly steps: StepList;
}

export interface Change {
  /** Of the copies, in their order. */
  readonly names: readonly string[];
  /** Whether a dependency on a step outside of the copies stays. */
  readonly isKept: (name: string) => boolean;
  /** What copies wait for that would wait for nothing. */
  readonly parents: readonly string[];
  /** How dependencies are written where the copies go. */
  readonly manner: Manner;
}

/** Refuses what does not hold steps, and nothing but steps. */
export function readCopies(yaml: string): Copies {
  const text = yaml
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .replace(/(?<!\n)$/, '\n');
  for (const candidate of [`step_templates:\n${text}`, text]) {
    const editable = readEditable(candidate);
    if (collectionOf(editable.document?.contents)?.kind !== 'map') continue;
    const space = openWorkspace(editable);
    const steps = stepList(space);
    if (steps.steps.length > 0 && steps.steps.length === steps.list?.entries.length) return { space, steps };
  }
  return refuse(
    'The clipboard holds no steps.',
    'Copy steps on the canvas, or items of `step_templates` in a text.',
  );
}

/** With their comments and in their style. */
export function changeCopies({ space, steps }: Copies, change: Change): readonly WrittenStep[] {
  const { names, isKept, parents } = change;
  const renamed = new Map(
    steps.steps.toReversed().map((step) => [step.name, names[steps.steps.indexOf(step)] ?? step.name]),
  );
  const manner = { ...change.manner, steps };
  for (const [index, step] of steps.steps.entries()) {
    const entry = entryAt(step.map, 'name');
    if (entry !== undefined) setEntry(space.writer, step.map, entry, names[index] ?? step.name, space.style);
    const inside = step.parents.flatMap((name) => renamed.get(name) ?? (isKept(name) ? name : []));
    setParents(space, step, inside.length === 0 ? parents : inside, manner);
  }
  const changed = changeText(space.writer.text, space.writer.finish());
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
