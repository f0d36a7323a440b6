/** Puts changes of a step or of the template into one environment; what is missing on the way there is made. Pure. */
import type { FormOverride, FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { KeyPath, TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../src-engine/template/template.ts';
import type { EditTarget } from '../state/edit-target.ts';
import { targetBelow } from '../state/edit-target.ts';
import { own, valueAt } from '../state/key-path.ts';

export function overrideTarget(part: FormPart, override: FormOverride): EditTarget {
  const plain = targetBelow(override.path);
  const isStep = part.path.length > 0;
  return {
    ...plain,
    set: (path, value) => {
      if (override.missing === 'nothing') return plain.set(path, value);
      const content = nested(path, value);
      return isStep
        ? newEntry(part, override, content)
        : setValue(['environments', override.environment], content);
    },
    remove: (path) => ({ kind: 'delete-value', path: removedWith(override, path, isStep) }),
  };
}

function newEntry(
  part: FormPart,
  { environment, path, missing }: FormOverride,
  content: JsonObject,
): TemplateEdit {
  const entry: JsonObject = { name: own(part.base, 'name') ?? null, ...content };
  const block = ['environments', environment];
  if (missing === 'environment') return setValue(block, { step_templates: [entry] });
  return missing === 'list' ? setValue([...block, 'step_templates'], [entry]) : setValue(path, entry);
}

/** A path with all above it that would be left empty. */
function removedWith({ given, path: root, others }: FormOverride, path: KeyPath, isStep: boolean): KeyPath {
  let kept = path;
  while (kept.length > 1 && sizeOf(valueAt(given, kept.slice(0, -1))) === 1) kept = kept.slice(0, -1);
  if (!isStep || kept.length > 1 || sizeOf(given) > 1) return [...root, ...kept];
  // An entry that only names its step says nothing, and so does a list without entries.
  return others > 0 ? root : root.slice(0, -1);
}

function nested(path: KeyPath, value: Json): JsonObject {
  const wrapped = path.toReversed().reduce<Json>((inner, key) => ({ [key]: inner }), value);
  return wrapped as JsonObject;
}

function setValue(path: KeyPath, value: Json): TemplateEdit {
  return { kind: 'set-value', path, value };
}

function sizeOf(value: Json | undefined): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
