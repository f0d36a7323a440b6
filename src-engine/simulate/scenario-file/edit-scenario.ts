/**
 * Changes keys of a scenario's text: comments, order and quoting stay, by the same machinery as for templates. Maps and lists that a
 * change leaves empty go as well, so that taking a fault away leaves the text as it was before. Pure.
 */
import { parse } from 'yaml';
import type { EditResult, KeyPath, TemplateEdit } from '../../template/edit/template-edit.ts';
import { editTemplate } from '../../template/edit/edit-template.ts';

type KeyEdit = Extract<TemplateEdit, { kind: 'set-value' | 'delete-value' }>;

/** `text` after the edits, or why one of them cannot be made. */
export type EditedScenario =
  { readonly kind: 'changed'; readonly text: string } | Extract<EditResult, { kind: 'refused' }>;

export function editScenario(text: string, edits: readonly KeyEdit[]): EditedScenario {
  let now = text;
  for (const edit of edits) {
    const done = editTemplate(now, edit.kind === 'delete-value' ? upToEmpty(now, edit) : edit);
    if (done.kind === 'refused') return done;
    now = done.text;
  }
  return { kind: 'changed', text: now };
}

/** A key that is alone in its map takes the map with it, and so on upwards; the root stays. */
function upToEmpty(text: string, edit: Extract<KeyEdit, { kind: 'delete-value' }>): KeyEdit {
  const value: unknown = valueOf(text);
  let path: KeyPath = edit.path;
  while (path.length > 1 && sizeAt(value, path.slice(0, -1)) === 1) path = path.slice(0, -1);
  return { ...edit, path };
}

/** A text with errors has no value; the edit itself will say so. */
function valueOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function sizeAt(root: unknown, path: KeyPath): number {
  let here = root;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return 0;
    here = Array.isArray(here) ? here[Number(key)] : Object.entries(here).find(([name]) => name === key)?.[1];
  }
  return typeof here === 'object' && here !== null ? Object.keys(here).length : 0;
}
