/** Where a form puts its changes: paths are those of the form, and the target knows where in the text that is. Pure. */
import type { KeyPath, TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json } from '../../../../../src-engine/template/template.ts';

export interface EditTarget {
  readonly set: (path: KeyPath, value: Json) => TemplateEdit;
  readonly remove: (path: KeyPath) => TemplateEdit;
  readonly rename: (path: KeyPath, key: string) => TemplateEdit;
}

/** What stands below a path of the document. */
export function targetBelow(root: KeyPath): EditTarget {
  return {
    set: (path, value) => ({ kind: 'set-value', path: [...root, ...path], value }),
    remove: (path) => ({ kind: 'delete-value', path: [...root, ...path] }),
    rename: (path, key) => ({ kind: 'rename-key', path: [...root, ...path], key }),
  };
}
