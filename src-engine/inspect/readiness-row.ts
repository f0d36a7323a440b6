/**
 * Values that Tasker's wrappers derive from a readiness row for its REST answers (SQL function reference, section 9).
 * Nothing about readiness is decided here: the row says it.
 */
import type { ReadinessRow } from '../store/calls/task-snapshot.ts';
import { fromSqlTime } from '../run/time/virtual-time.ts';

export type BlockingReason =
  'dependencies_not_satisfied' | 'retry_not_eligible' | 'invalid_state' | 'unknown';

/** Null when the step is ready. */
export function blockingReason(row: ReadinessRow): BlockingReason | null {
  if (row.ready_for_execution) return null;
  if (!row.dependencies_satisfied) return 'dependencies_not_satisfied';
  if (!row.retry_eligible) return 'retry_not_eligible';
  return row.current_state === 'pending' || row.current_state === 'error' ? 'unknown' : 'invalid_state';
}

/** Whole seconds until the step may run; 0 when it is ready or the time is past, null when no time is known. */
export function timeUntilReady(row: ReadinessRow, nowMs: number): number | null {
  if (row.ready_for_execution) return 0;
  if (row.next_retry_at === null) return null;
  return Math.max(0, Math.trunc((fromSqlTime(row.next_retry_at) - nowMs) / 1_000));
}

/** `no_dependencies`, `all_satisfied` or e.g. `1/2_satisfied`. */
export function dependencyStatus(row: ReadinessRow): string {
  if (row.total_parents === 0) return 'no_dependencies';
  return row.dependencies_satisfied
    ? 'all_satisfied'
    : `${row.completed_parents}/${row.total_parents}_satisfied`;
}

export function retryStatus(
  row: ReadinessRow,
): 'max_retries_reached' | 'retry_eligible' | 'waiting_for_backoff' {
  if (row.attempts >= row.retry_limit) return 'max_retries_reached';
  return row.retry_eligible ? 'retry_eligible' : 'waiting_for_backoff';
}

export function backoffType(row: ReadinessRow): 'explicit_backoff' | 'exponential_backoff' | 'no_backoff' {
  if (row.backoff_request_seconds !== null && row.last_attempted_at !== null) return 'explicit_backoff';
  return row.last_failure_at === null ? 'no_backoff' : 'exponential_backoff';
}

const LONGEST_FAILURE_WAIT = 30;

/** Seconds as upstream's wrapper reports them; the wait SQL applies is in next_retry_at. */
export function effectiveBackoffSeconds(row: ReadinessRow): number {
  if (row.backoff_request_seconds !== null) return row.backoff_request_seconds;
  return row.attempts > 0 ? Math.min(2 ** row.attempts, LONGEST_FAILURE_WAIT) : 0;
}
