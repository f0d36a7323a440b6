/** The parents of a step as they are written. Pure. */
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { StepId, TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import { isList, own, textsAt } from '../state/key-path.ts';

export interface WrittenParent {
  readonly name: string;
}

/** `depends_on_step`, then `depends_on_steps`, without repeats: as Tasker puts them together. */
export function writtenParents(base: JsonObject): readonly WrittenParent[] {
  const one = own(base, 'depends_on_step');
  const names = [
    ...(typeof one === 'string' && one !== '' ? [one] : []),
    ...textsAt(base, ['depends_on_steps']),
  ];
  return [...new Set(names)].map((name) => ({ name }));
}

/** @param from The parent's id; undefined for a name that no step has: then it is taken out where it is written. */
export function removeParent(
  { path, base }: FormPart,
  { name }: WrittenParent,
  from: StepId | undefined,
  to: StepId,
): TemplateEdit {
  if (from !== undefined) return { kind: 'disconnect', from, to };
  const list = own(base, 'depends_on_steps');
  const items = isList(list) ? list : [];
  const isLast = items.every((item) => item === name);
  const places =
    isLast && items.length > 0 ? [[]] : items.flatMap((item, index) => (item === name ? [[index]] : []));
  // From behind: an index means another item once one before it is gone.
  const edits = places
    .toReversed()
    .map((rest): TemplateEdit => ({ kind: 'delete-value', path: [...path, 'depends_on_steps', ...rest] }));
  if (own(base, 'depends_on_step') === name)
    edits.push({ kind: 'delete-value', path: [...path, 'depends_on_step'] });
  return { kind: 'several', edits };
}
