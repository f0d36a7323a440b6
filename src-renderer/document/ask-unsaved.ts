/** What happens to unsaved changes when something else is to be opened. */
import { isDirty, useDocument } from '../store/document.ts';
import { dirtyScenarios } from '../store/scenario-edits.ts';
import { ask } from '../store/questions.ts';
import { platform } from '../platform/current.ts';
import { save } from './save.ts';

/** True when the text may be replaced: nothing was unsaved, or the user saved it or let it go. */
export async function mayReplace(): Promise<boolean> {
  const state = useDocument.getState();
  if (!isDirty(state) && dirtyScenarios().length === 0) return true;
  const answer = await ask(`Save the changes to ${state.name}?`, 'They are lost if you do not save them.', [
    { id: 'cancel', title: 'Cancel' },
    { id: 'discard', title: 'Don’t save', look: 'danger' },
    { id: 'save', title: 'Save', look: 'primary' },
  ]);
  if (answer === 'save') return save();
  if (answer !== 'discard') return false;
  await platform.dropDraft(state.draftKey);
  return true;
}
