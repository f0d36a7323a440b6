/** Puts a text on the clipboard and says whether that worked: some browsers refuse it, and silence would be a lie. */
import { notify } from '../../store/notices.ts';

/** @param what Names the text in the notice, e.g. `Event 12`. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'success', title: `${what} copied` });
  } catch {
    notify({
      kind: 'error',
      title: `${what} could not be copied`,
      detail: 'The clipboard is not open to this page. Select the text and copy it by hand.',
    });
  }
}
