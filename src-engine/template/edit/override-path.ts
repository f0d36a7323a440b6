/**
 * Where an environment overrides something of a step. Overrides name their step, and their index in the list is no
 * business of a form; what is missing on the way is made. Pure.
 */
import type { Json } from '../template.ts';
import type { EditableText } from './editable-text.ts';
import { readEditable } from './editable-text.ts';
import { collectionOf, entryAt } from './place/entries.ts';
import { stepList, stepPlaces } from './steps/step-list.ts';
import type { KeyPath, StepId, TemplateEdit } from './template-edit.ts';
import { openWorkspace } from './workspace.ts';

export interface OverridePath {
  readonly path: KeyPath;
  /** To be made before something is set there; empty when the environment overrides that step already. */
  readonly edits: readonly TemplateEdit[];
}

/** Undefined when the text cannot be edited or has no such step. `keys`: below the step, e.g. `['handler_config', 'url']`. */
export function overridePath(
  source: string | EditableText,
  environment: string,
  step: StepId,
  keys: KeyPath,
): OverridePath | undefined {
  try {
    const space = openWorkspace(typeof source === 'string' ? readEditable(source) : source);
    const name = stepList(space).byId.get(step)?.name;
    if (name === undefined) return undefined;
    const environments = collectionOf(entryAt(space.root, 'environments')?.node);
    const overrides = collectionOf(entryAt(environments, environment)?.node);
    const list = collectionOf(entryAt(overrides, 'step_templates')?.node);
    // Of several the last one counts where they say different things.
    const found = stepPlaces(list).findLast((place) => place.name === name);
    const index = found?.index ?? list?.entries.length ?? 0;
    const item: KeyPath = ['environments', environment, 'step_templates', index];
    const creation: TemplateEdit = { kind: 'set-value', path: item, value: { name } };
    return { path: [...item, ...keys], edits: found === undefined ? [creation] : [] };
  } catch {
    return undefined;
  }
}

/** Overrides a value of a step in an environment, in one edit; undefined where `overridePath` is. */
export function overrideEdit(
  source: string | EditableText,
  environment: string,
  step: StepId,
  keys: KeyPath,
  value: Json,
): TemplateEdit | undefined {
  const way = overridePath(source, environment, step, keys);
  if (way === undefined) return undefined;
  const setting: TemplateEdit = { kind: 'set-value', path: way.path, value };
  return way.edits.length === 0 ? setting : { kind: 'several', edits: [...way.edits, setting] };
}
