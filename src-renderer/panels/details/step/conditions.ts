/**
 * The columns of a readiness row, one by one, in words. Whether the step may run is SQL's word alone
 * (`ready_for_execution`): a column is marked as in the way only while SQL says that something is.
 */
import type { StepReadiness } from '../../../../src-engine/api/contract/run-schemas.ts';
import { shortDuration } from '../../../ui/data/virtual-time.ts';

export interface Condition {
  /** Name of the column. */
  readonly column: string;
  readonly label: string;
  readonly value: string;
  /** Null: says nothing for or against. */
  readonly holds: boolean | null;
}

/** @param now Of the run; a wait is compared with it, as SQL compared it with its own. */
export function conditionRows(row: StepReadiness, now: string): readonly Condition[] {
  const rows: readonly Condition[] = [
    {
      column: 'current_state',
      label: 'State',
      value: row.current_state.replaceAll('_', ' '),
      holds: row.current_state === 'pending' || row.current_state === 'error',
    },
    {
      column: 'dependencies_satisfied',
      label: 'Parents complete',
      value: row.total_parents === 0 ? 'no parents' : `${row.completed_parents} of ${row.total_parents}`,
      holds: row.dependencies_satisfied,
    },
    {
      column: 'attempts < retry_limit',
      label: 'Attempts used',
      value: `${row.attempts} of ${row.retry_limit}`,
      holds: row.attempts < row.retry_limit,
    },
    { column: 'retryable', label: 'Retryable', value: yesNo(row.retryable), holds: row.retryable },
    waitRow(row, now),
    {
      column: 'retry_eligible',
      label: 'Eligible',
      value: yesNo(row.retry_eligible),
      holds: row.retry_eligible,
    },
    { column: 'processed', label: 'Processed', value: yesNo(row.processed), holds: !row.processed },
    {
      column: 'in_process',
      label: 'In process',
      value: yesNo(row.in_process),
      holds: !row.in_process,
    },
  ];
  return row.ready_for_execution
    ? rows.map((each) => (each.holds === false ? { ...each, holds: null } : each))
    : rows;
}

/** Only a step that may be tried again is waited for; one that is over is not counted down. */
export function isOpenState(state: string): boolean {
  return state === 'pending' || state === 'error';
}

/** How a failed step looks while the time of its next attempt is still to come. */
export function shownState(state: string, row: StepReadiness | undefined, now: string): string {
  const isWaiting = state === 'error' && row?.current_state === 'error' && msLeft(row, now) > 0;
  return isWaiting ? 'waiting' : state;
}

/** Until `next_retry_at`; 0 when it is past or none is known. */
export function msLeft({ next_retry_at: until }: StepReadiness, now: string): number {
  if (until === null) return 0;
  const ms = Date.parse(until) - Date.parse(now);
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

function waitRow(row: StepReadiness, now: string): Condition {
  const asked = row.backoff_request_seconds === null ? '' : `, ${row.backoff_request_seconds} s asked for`;
  const base = { column: 'next_retry_at', label: 'Wait' };
  if (row.next_retry_at === null) return { ...base, value: `none${asked}`, holds: true };
  const left = msLeft(row, now);
  return {
    ...base,
    value: `${left > 0 ? `${shortDuration(left)} left` : 'over'}${asked}`,
    holds: left === 0,
  };
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
