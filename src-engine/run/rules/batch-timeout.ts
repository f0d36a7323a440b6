/** How long results of a slice are awaited (state machine reference, section 6). */
export const BATCH_TIMEOUT = { baseSeconds: 30, perStepSeconds: 5, maxSeconds: 120 } as const;

export function batchTimeoutSeconds(steps: number): number {
  const { baseSeconds, perStepSeconds, maxSeconds } = BATCH_TIMEOUT;
  return Math.min(baseSeconds + steps * perStepSeconds, maxSeconds);
}
