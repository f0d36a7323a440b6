/** What can be done to steps on the canvas, whoever asks: mouse, keys, menus. Each is one change of the text. */
import type { NewStep, TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import type { NewStepKind } from '../../graph/new-step.ts';
import { fieldsOf, handlerClassFor, NEW_STEP_NAMES } from '../../graph/new-step.ts';
import { startNaming } from '../../store/canvas-edit.ts';
import { useDocument } from '../../store/document.ts';
import { ask } from '../../store/questions.ts';
import { clearSelection, selectEdge, selectSteps, useSelection } from '../../store/selection.ts';
import { changeTemplate } from '../../template/change-template.ts';
import { focus, reveal } from '../canvas-commands.ts';

/** Adds a step that waits for the given ones, and asks for its name on its card. Resolves with its id. */
export function addStep(kind: NewStepKind, dependsOn: readonly string[]): Promise<string | null> {
  return addAndName({ kind: 'add-step', step: newStep(kind), dependsOn });
}

/** Puts a step into an edge: the child waits for it, and it waits for the parent. */
export function insertStep(kind: NewStepKind, from: string, to: string): Promise<string | null> {
  return addAndName({ kind: 'insert-step', step: newStep(kind), from, to });
}

export async function connect(from: string, to: string): Promise<void> {
  const outcome = await changeTemplate({ kind: 'connect', from, to });
  if (outcome.kind === 'changed') selectEdge({ from, to });
}

export async function disconnect(from: string, to: string): Promise<void> {
  const outcome = await changeTemplate({ kind: 'disconnect', from, to });
  if (outcome.kind === 'changed' && useSelection.getState().edge !== null) clearSelection();
}

export async function reconnect(
  edge: { readonly from: string; readonly to: string },
  newEdge: { readonly from: string; readonly to: string },
): Promise<void> {
  const { from: newFrom, to: newTo } = newEdge;
  const outcome = await changeTemplate({ kind: 'reconnect', ...edge, newFrom, newTo });
  if (outcome.kind === 'changed') selectEdge(newEdge);
}

/** @param isNew Its class is then named after it as well. */
export async function renameStep(step: string, name: string, isNew: boolean): Promise<void> {
  const node = useDocument.getState().view.steps.find(({ id }) => id === step);
  if (node === undefined || (node.name === name && !isNew)) return;
  const handlerClass = isNew ? handlerClassFor(name, classesBut(step)) : null;
  const outcome = await changeTemplate({
    kind: 'rename-step',
    step,
    name,
    ...(handlerClass === null ? {} : { handlerClass }),
  });
  if (outcome.kind === 'changed') selectSteps(outcome.steps, 'canvas');
}

export async function duplicateSelected(): Promise<void> {
  const { steps } = useSelection.getState();
  if (steps.length > 0) await changeAndSelect({ kind: 'duplicate-steps', steps });
}

/** Steps or the edge that is selected. What becomes of the steps that wait for deleted ones is asked once, if there are any. */
export async function deleteSelected(): Promise<void> {
  const { steps, edge } = useSelection.getState();
  if (edge !== null) await disconnect(edge.from, edge.to);
  if (steps.length === 0) return;
  const dependents = await dependentsFor(steps);
  if (dependents === null) return;
  const outcome = await changeTemplate({ kind: 'delete-steps', steps, dependents });
  if (outcome.kind === 'changed') clearSelection();
  focus();
}

export async function changeAndSelect(edit: TemplateEdit): Promise<void> {
  const outcome = await changeTemplate(edit);
  if (outcome.kind === 'changed') selectSteps(outcome.steps, 'canvas');
  if (outcome.kind === 'changed' && outcome.steps[0] !== undefined) reveal(outcome.steps[0]);
}

async function addAndName(edit: TemplateEdit): Promise<string | null> {
  const outcome = await changeTemplate(edit);
  const id = outcome.kind === 'changed' ? outcome.steps[0] : undefined;
  if (id === undefined) return null;
  selectSteps([id], 'canvas');
  reveal(id);
  startNaming(id, true);
  return id;
}

async function dependentsFor(steps: readonly string[]): Promise<'bridge' | 'detach' | 'delete' | null> {
  const { edges } = useDocument.getState().view;
  const going = new Set(steps);
  const waiting = new Set(
    edges.filter(({ from, to }) => going.has(from) && !going.has(to)).map(({ to }) => to),
  );
  if (waiting.size === 0) return 'detach';
  const what = going.size === 1 ? `'${steps[0] ?? ''}'` : `${going.size} steps`;
  const who = waiting.size === 1 ? `The step '${[...waiting][0] ?? ''}' waits` : `${waiting.size} steps wait`;
  return ask(`Delete ${what}?`, `${who} for what is deleted. It can be undone.`, [
    { id: 'bridge', title: 'Wait for its parents instead', look: 'primary' },
    { id: 'detach', title: 'Wait for nothing in its place' },
    { id: 'delete', title: 'Delete them too', look: 'danger' },
  ]);
}

function newStep(kind: NewStepKind): NewStep {
  const name = NEW_STEP_NAMES[kind];
  return { name, handlerClass: handlerClassFor(name, classesBut(null)), fields: fieldsOf(kind) };
}

function classesBut(step: string | null): readonly string[] {
  const { steps } = useDocument.getState().view;
  return steps.flatMap(({ id, handlerClass }) =>
    id === step || handlerClass === undefined ? [] : [handlerClass],
  );
}
