/** Adds and removes environments of a template. Pure. */
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';

export const PATH = ['environments'];

/** It holds nothing at first: every key is then as in the base. */
export function addEnvironment({ overrides }: FormPart, name: string): TemplateEdit {
  if (overrides.length === 0) return { kind: 'set-value', path: PATH, value: { [name]: null } };
  return { kind: 'set-value', path: [...PATH, name], value: null };
}

/** With the last one goes the block. */
export function removeEnvironment(names: readonly string[], name: string): TemplateEdit {
  return { kind: 'delete-value', path: names.length > 1 ? [...PATH, name] : PATH };
}
