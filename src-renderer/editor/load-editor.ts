/** Loads the heavy part of the editor, once; after a failure the next call tries again. */
import type * as EditorPart from './monaco/mount-editor.ts';

let loading: Promise<typeof EditorPart> | null = null;

export function loadEditor(): Promise<typeof EditorPart> {
  loading ??= import('./monaco/mount-editor.ts').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
