/** One line on the terminal that says what is waited for; nothing at all when stderr is not a terminal. */
import type { Io } from '../io.ts';
import { CLEAR_LINE } from '../progress.ts';
import { cut, printable } from '../render/text.ts';

export interface StatusLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

const DEFAULT_COLUMNS = 80;

export function statusLine({ stderr }: Pick<Io, 'stderr'>): StatusLine {
  let isShown = false;
  return {
    show(text) {
      if (!stderr.isTerminal) return;
      isShown = true;
      // A line that wraps could not be cleared.
      stderr.write(`${CLEAR_LINE}${cut(printable(text), (stderr.columns ?? DEFAULT_COLUMNS) - 1)}`);
    },
    clear() {
      if (isShown) stderr.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
