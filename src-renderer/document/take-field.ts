/** What somebody has typed into a field of a form, and not confirmed yet, is meant when he saves or runs. */
import { changesAreDone } from '../template/change-template.ts';

/** Confirms the field in which the cursor is, as leaving it would; the cursor stays. */
export async function takeField(): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  if (field.closest('#details, #canvas') === null) return;
  field.blur();
  // What leaving the field begins, begins in a microtask at the latest.
  await Promise.resolve();
  await changesAreDone();
  field.focus({ preventScroll: true });
}
