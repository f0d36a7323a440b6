/** How often a process that ends by itself is started again, and after which pause. Pure. */

/** So many restarts in this time are bad luck; one more is a fault that a restart does not mend. */
const MOST = 3;
const WINDOW_MS = 60_000;
const FIRST_DELAY_MS = 250;

export interface RestartPlan {
  /** Undefined: not again by itself. */
  readonly delayMs: number | undefined;
  /** Times of the ends that count, this one included; to be handed in next time. */
  readonly ends: readonly number[];
}

export function planRestart(ends: readonly number[], now: number): RestartPlan {
  const recent = [...ends.filter((end) => now - end < WINDOW_MS), now];
  const delayMs = recent.length > MOST ? undefined : FIRST_DELAY_MS * 2 ** (recent.length - 1);
  return { delayMs, ends: recent };
}
