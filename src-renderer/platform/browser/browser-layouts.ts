/**
 * Where cards were put by hand, for files beside which the page cannot write: in the browser's local storage, by the name of
 * the file, which is all that is known of it.
 */
import type { StoredFile } from './stored-file.ts';

const PREFIX = 'tasker-workbench:layout:';
const LONGEST = 1_000_000;

export function layoutInBrowser(name: string): Pick<StoredFile, 'readLayout' | 'saveLayout'> {
  return {
    readLayout: async () => localStorage.getItem(PREFIX + name),
    saveLayout: async (text) => {
      if (text === null) localStorage.removeItem(PREFIX + name);
      else if (text.length > LONGEST) throw new Error('A layout of more than 1 MB is not kept.');
      else localStorage.setItem(PREFIX + name, text);
    },
  };
}
