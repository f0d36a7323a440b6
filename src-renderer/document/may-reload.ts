/** Asks before a text that was changed here is replaced by the one on disk. */
import { isDirty, useDocument } from '../store/document.ts';
import { ask } from '../store/questions.ts';

export async function mayReload(): Promise<boolean> {
  const state = useDocument.getState();
  if (!isDirty(state)) return true;
  const answer = await ask(`Reload ${state.name}?`, 'Your unsaved changes to it are lost.', [
    { id: 'cancel', title: 'Cancel' },
    { id: 'reload', title: 'Reload', look: 'danger' },
  ]);
  return answer === 'reload';
}
