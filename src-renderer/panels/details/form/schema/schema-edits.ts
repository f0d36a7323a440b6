/** Changes of the schema of the context. Paths are those below `schema`. Pure. */
import type { KeyPath, TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../src-engine/template/template.ts';
import type { EditTarget } from '../state/edit-target.ts';
import { mapAt, own, textsAt } from '../state/key-path.ts';

export const JSON_TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;

export interface Level {
  /** Of the object's schema. */
  readonly path: KeyPath;
  readonly schema: JsonObject;
}

export function addProperty({ set }: EditTarget, { path, schema }: Level, name: string): TemplateEdit {
  const fresh: JsonObject = { type: 'string' };
  if (Object.keys(schema).length === 0) return set(path, { type: 'object', properties: { [name]: fresh } });
  // An empty map is written `{}`, and what is put into it would stay on that line.
  const isFirst = Object.keys(mapAt(schema, ['properties'])).length === 0;
  return isFirst
    ? set([...path, 'properties'], { [name]: fresh })
    : set([...path, 'properties', name], fresh);
}

export function renameProperty(
  target: EditTarget,
  { path, schema }: Level,
  name: string,
  next: string,
): TemplateEdit {
  const required = textsAt(schema, ['required']);
  const edits = [target.rename([...path, 'properties', name], next)];
  const place = required.indexOf(name);
  if (place >= 0) edits.push(target.set([...path, 'required', place], next));
  return { kind: 'several', edits };
}

export function removeProperty(target: EditTarget, level: Level, name: string): TemplateEdit {
  const edits = [
    ...requireEdits(target, level, name, false),
    target.remove([...level.path, 'properties', name]),
  ];
  return { kind: 'several', edits };
}

/** Whether a property stands in `required`. */
export function requireProperty(
  target: EditTarget,
  level: Level,
  name: string,
  isRequired: boolean,
): TemplateEdit {
  return { kind: 'several', edits: requireEdits(target, level, name, isRequired) };
}

function requireEdits(
  { set, remove }: EditTarget,
  { path, schema }: Level,
  name: string,
  isRequired: boolean,
): readonly TemplateEdit[] {
  const list = [...path, 'required'];
  const required = textsAt(schema, ['required']);
  const place = required.indexOf(name);
  if (isRequired === place >= 0) return [];
  if (isRequired) return [required.length === 0 ? set(list, [name]) : set([...list, required.length], name)];
  return [remove(required.length === 1 ? list : [...list, place])];
}

/** What a property of another type needs to be one; what it had besides is kept. */
export function retype({ set }: EditTarget, path: KeyPath, schema: JsonObject, type: string): TemplateEdit {
  const needs = type === 'array' && own(schema, 'items') === undefined;
  const typed = set([...path, 'type'], type);
  return needs ? { kind: 'several', edits: [typed, set([...path, 'items'], { type: 'string' })] } : typed;
}

export interface Duty {
  readonly mustBeGiven: boolean;
  readonly words: string;
}

/** As Tasker reads it: strictly. */
export function dutyOf(property: Json | undefined, isListedRequired: boolean): Duty {
  const hasDefault = Object.hasOwn(
    typeof property === 'object' && property !== null ? property : {},
    'default',
  );
  if (hasDefault) return { mustBeGiven: false, words: 'may be left out: it has a default' };
  const why = isListedRequired ? 'required' : 'listed, and so required: Tasker reads schemas strictly';
  return { mustBeGiven: true, words: `must be given (${why})` };
}
