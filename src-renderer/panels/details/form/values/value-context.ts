/** Where an editor of nested values puts its changes, and whether it may. */
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json } from '../../../../../src-engine/template/template.ts';
import type { EditTarget } from '../state/edit-target.ts';
import type { FormScope } from '../state/form-scope.tsx';

export interface ValueContext {
  readonly isLocked: boolean;
  /** All answer null, or why it was refused. */
  readonly set: (path: KeyPath, value: Json) => Promise<string | null>;
  readonly remove: (path: KeyPath) => Promise<string | null>;
  readonly rename: (path: KeyPath, key: string) => Promise<string | null>;
}

export interface ValueProps {
  readonly context: ValueContext;
  readonly path: KeyPath;
  /** What the value is called in the labels of its controls. */
  readonly label: string;
  readonly value: Json;
}

export function valueContext({ lock, change }: FormScope, target: EditTarget): ValueContext {
  const run = async (edit: Parameters<typeof change>[0]): Promise<string | null> => {
    const outcome = await change(edit);
    return outcome.kind === 'changed' ? null : outcome.message;
  };
  return {
    isLocked: lock !== null,
    set: (path, value) => run(target.set(path, value)),
    remove: (path) => run(target.remove(path)),
    rename: (path, key) => run(target.rename(path, key)),
  };
}
