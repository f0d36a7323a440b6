/** A line on the terminal that says a long run is alive; nothing at all when stderr is not a terminal. */
import type { Io } from './io.ts';
import { formatDuration } from './render/duration.ts';

export interface Progress {
  readonly show: (state: { readonly events: number; readonly virtualMs: number }) => void;
  readonly clear: () => void;
}

/** Short runs are over before anybody wonders. */
const QUIET_MS = 500;
const EVERY_MS = 100;
export const CLEAR_LINE = '\r\u001B[K';

export function startProgress({ stderr, clock }: Io): Progress {
  let isShown = false;
  let next = clock() + QUIET_MS;
  return {
    show({ events, virtualMs }) {
      if (!stderr.isTerminal || clock() < next) return;
      next = clock() + EVERY_MS;
      isShown = true;
      stderr.write(`${CLEAR_LINE}Simulating: ${events} events, ${formatDuration(virtualMs)} of virtual time`);
    },
    clear() {
      if (isShown) stderr.write(CLEAR_LINE);
    },
  };
}
