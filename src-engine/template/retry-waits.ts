/**
 * How long a failed attempt waits for the next one, for whoever explains it. What decides is SQL and the run; tests hold them
 * to these numbers. Source: the state machine reference, section 8.
 */

const LONGEST_FAILURE_WAIT = 30;

/** Seconds after the failure of attempt number `attempt`, 1 for the first. */
export function failureWaitSeconds(attempt: number): number {
  return Math.min(2 ** attempt, LONGEST_FAILURE_WAIT);
}

/** Seconds an API handler with exponential backoff asks for, by attempt; beyond the list the attempt squared. */
export const API_BACKOFF_SECONDS: readonly number[] = [1, 2, 4, 8, 16, 32];
export const LONGEST_API_BACKOFF_SECONDS = 300;
