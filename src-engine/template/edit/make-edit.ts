/** Sends each kind of edit to whoever makes it. */
import { assertNever } from '../../assert-never.ts';
import type { Json } from '../template.ts';
import { addStep, insertStep } from './steps/new/add-step.ts';
import { connect, disconnect, reconnect } from './steps/connect.ts';
import { deleteSteps } from './steps/delete-steps.ts';
import { duplicateSteps, pasteSteps } from './steps/new/paste-steps.ts';
import { renameStep } from './steps/rename-step.ts';
import { idsAfter, stepList, stepListToEdit } from './steps/step-list.ts';
import type { KeyPath, StepId, TemplateEdit } from './template-edit.ts';
import { deleteValue, renameKey } from './values/change-key.ts';
import { setValue } from './values/set-value.ts';
import type { Workspace } from './workspace.ts';

export type SingleEdit = Exclude<TemplateEdit, { readonly kind: 'several' | 'replace-text' }>;

/** Returns the steps the edit is about, by their ids afterwards. */
export function makeEdit(space: Workspace, edit: SingleEdit): readonly StepId[] {
  switch (edit.kind) {
    case 'set-value':
      setValue(space, edit.path, edit.value);
      return stepOfPath(space, edit.path, edit.value);
    case 'delete-value':
      deleteValue(space, edit.path);
      return edit.path.length < 3 ? [] : stepOfPath(space, edit.path);
    case 'rename-key':
      renameKey(space, edit.path, edit.key);
      return stepOfPath(space, edit.path);
    default:
      return makeOnSteps(space, edit);
  }
}

/** The step whose value changes; its name may be what changes. */
function stepOfPath(space: Workspace, [top, index, key, ...below]: KeyPath, value?: Json): readonly StepId[] {
  if (top !== 'step_templates' || typeof index !== 'number') return [];
  const { steps } = stepList(space);
  const at = steps.findIndex((step) => step.index === index);
  if (at < 0) return [];
  const isName = key === 'name' && below.length === 0 && typeof value === 'string';
  const names = steps.map(({ name }, other) => (isName && other === at ? value : name));
  return idsAfter(names, [at]);
}

type StepEdit = Exclude<SingleEdit, { readonly path: KeyPath }>;

function makeOnSteps(space: Workspace, edit: StepEdit): readonly StepId[] {
  const steps = stepListToEdit(space);
  switch (edit.kind) {
    case 'connect':
      return connect(space, steps, edit.from, edit.to);
    case 'disconnect':
      return disconnect(space, steps, edit.from, edit.to);
    case 'reconnect':
      return reconnect(space, steps, edit, { from: edit.newFrom, to: edit.newTo });
    case 'add-step':
      return addStep(space, steps, edit);
    case 'insert-step':
      return insertStep(space, steps, edit.step, edit);
    case 'rename-step':
      return renameStep(space, steps, edit);
    case 'delete-steps':
      return deleteSteps(space, steps, edit.steps, edit.dependents);
    case 'duplicate-steps':
      return duplicateSteps(space, steps, edit.steps);
    case 'paste-steps':
      return pasteSteps(space, steps, edit.yaml, edit.dependsOn ?? []);
    default:
      return assertNever(edit);
  }
}
