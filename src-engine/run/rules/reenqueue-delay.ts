/** When a task that is not done comes back (state machine reference, section 7.1). */
const DELAYS: Readonly<Record<string, number>> = {
  has_ready_steps: 0,
  waiting_for_dependencies: 45,
  processing: 10,
};
const DEFAULT_DELAY = 30;
const BUFFER_SECONDS = 5;
const MAX_DELAY = 300;

/**
 * Seconds until the next job. A waiting task with failed steps comes back after the latest of their retry times (not
 * the earliest: upstream's choice) plus a buffer, at most 300 s.
 * `status` is the execution status, null without a context; `retryTimes` are those of failed steps that are not ready,
 * in milliseconds like `now`.
 */
export function reenqueueDelaySeconds(
  status: string | null,
  retryTimes: readonly number[],
  now: number,
): number {
  if (status === 'waiting_for_dependencies' && retryTimes.length > 0) {
    const wait = Math.max(...retryTimes.map((time) => Math.max(0, Math.trunc((time - now) / 1_000))));
    return Math.min(wait + BUFFER_SECONDS, MAX_DELAY);
  }
  return status === null ? DEFAULT_DELAY : (DELAYS[status] ?? DEFAULT_DELAY);
}
