/** Gives a step another name, and everything that names it too. */
import { quote } from '../../quote.ts';
import type { Collection } from '../place/entries.ts';
import { collectionOf, entryAt } from '../place/entries.ts';
import { refuse } from '../refusal.ts';
import type { StepId } from '../template-edit.ts';
import { positionOf, STEP_KEYS } from '../values/key-order.ts';
import { insertPairs } from '../write/change-entries.ts';
import { setEntry } from '../write/set-entry.ts';
import { listNames, mentionsOf, renameListed } from './mentions.ts';
import { preferOf } from './neighbours.ts';
import type { StepList, StepPlace } from './step-list.ts';
import { idsAfter, stepOf } from './step-list.ts';
import { refuseName } from './new/step-names.ts';
import type { Workspace } from '../workspace.ts';

export interface Renaming {
  readonly step: StepId;
  readonly name: string;
  readonly handlerClass?: string;
}

export function renameStep(
  space: Workspace,
  steps: StepList,
  { step: id, name, handlerClass }: Renaming,
): readonly StepId[] {
  const step = stepOf(steps, id);
  refuseName(name);
  if (steps.steps.some((other) => other !== step && other.name === name)) {
    refuse(`There is a step ${quote(name)} already.`, 'Choose another name.');
  }
  if (name !== step.name) {
    setText(space, step.map, 'name', name);
    if (steps.byName.get(step.name) === step) renameReferences(space, steps.steps, step.name, name);
    renameMentions(space, steps, step.name, name);
  }
  if (handlerClass !== undefined) setHandlerClass(space, steps, step.map, handlerClass);
  const names = steps.steps.map((other) => (other === step ? name : other.name));
  return idsAfter(names, [steps.steps.indexOf(step)]);
}

function setText({ writer, style }: Workspace, map: Collection, key: string, value: string): void {
  const entry = entryAt(map, key);
  if (entry !== undefined) setEntry(writer, map, entry, value, style);
}

function setHandlerClass(space: Workspace, steps: StepList, map: Collection, handlerClass: string): void {
  const { writer, style } = space;
  if (entryAt(map, 'handler_class') !== undefined) setText(space, map, 'handler_class', handlerClass);
  else {
    const position = positionOf(map, 'handler_class', STEP_KEYS);
    insertPairs(
      writer,
      map,
      position,
      [{ key: 'handler_class', value: handlerClass }],
      style,
      preferOf(steps, map),
    );
  }
}

function renameReferences(
  { writer, style }: Workspace,
  places: readonly StepPlace[],
  from: string,
  to: string,
): void {
  for (const { map, references } of places) {
    const list = collectionOf(entryAt(map, 'depends_on_steps')?.node);
    for (const { name, entry, index } of references) {
      if (name === from) setEntry(writer, index === undefined ? map : (list ?? map), entry, to, style);
    }
  }
}

/** While another step keeps the old name, that name stays listed and overridden. */
function renameMentions(space: Workspace, { steps }: StepList, from: string, to: string): void {
  const mentions = mentionsOf(space);
  if (steps.filter(({ name }) => name === from).length > 1) {
    listNames(space, mentions, [to]);
    return;
  }
  renameListed(space, mentions, from, to);
  for (const { steps: overrides } of mentions.overrides) {
    for (const { name, map } of overrides) if (name === from) setText(space, map, 'name', to);
    renameReferences(space, overrides, from, to);
  }
}
