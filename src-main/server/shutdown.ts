/** Ends the process in order on Ctrl-C, and by force on the second one. */

/** npm and the terminal both pass the same Ctrl-C on: what follows this closely is no second one. */
const SAME_MS = 250;
/** Whatever has not ended by then is left to the end of the process. */
const PATIENCE_MS = 600;
const FORCED = 130;

/** What is used of a process. */
export interface Signalled {
  on(event: string, listener: () => void): unknown;
  exit(code: number): void;
}

/** `end` is called once. The exit code is then 0. Also when the program that started us is gone. */
export function endOnSignals(end: () => Promise<void>, self: Signalled = process): void {
  let since: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (since === undefined) {
      since = now;
      setTimeout(() => self.exit(0), PATIENCE_MS);
      void end().finally(() => self.exit(0));
    } else if (now - since > SAME_MS) self.exit(FORCED);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) self.on(event, onSignal);
}
