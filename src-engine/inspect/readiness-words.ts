/** Why a step is not running, as a human would say it. Reads what SQL decided; decides nothing. */
import { assertNever } from '../assert-never.ts';
import type { StepState } from '../run/state-machine.ts';
import { fromSqlTime, isoTime } from '../run/time/virtual-time.ts';
import type { ReadinessRow } from '../store/calls/task-snapshot.ts';
import { listInWords } from './list-in-words.ts';

/** What a readiness row does not carry, but a sentence needs. */
export interface StepFactsInWords {
  readonly processed: boolean;
  readonly retryable: boolean;
  readonly inProcess: boolean;
  readonly unfinishedParents: readonly UnfinishedParent[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a worker may still be at a step in progress. Absent: the run is over, nobody is. */
  readonly workerAlive?: boolean;
  /** Whether the task's loop may still come to start a step that is ready. Absent: the run is over. */
  readonly isUnderWay?: boolean;
}

export interface UnfinishedParent {
  readonly name: string;
  readonly state: StepState;
  /** Both are needed to say how often a failed parent may still be tried. */
  readonly attempts?: number;
  readonly retryLimit?: number;
  /** Whether SQL says that a failed parent may be tried again. Absent: not known. */
  readonly retryEligible?: boolean;
}

/** A sentence whose subject is the step, without the step's name. */
export function explainStep(row: ReadinessRow, facts: StepFactsInWords): string {
  switch (row.current_state) {
    case 'complete':
      return 'is complete';
    case 'resolved_manually':
      return 'was resolved by hand';
    case 'cancelled':
      return 'was cancelled';
    case 'in_progress':
      return facts.workerAlive === true
        ? 'is in progress'
        : 'is in progress, and no worker will ever say how it ended';
    case 'pending':
    case 'error':
      return explainOpenStep(row, facts);
    default:
      return assertNever(row.current_state);
  }
}

function explainOpenStep(row: ReadinessRow, facts: StepFactsInWords): string {
  if (!row.dependencies_satisfied) return parentsInWords(row, facts.unfinishedParents);
  const failed = row.current_state === 'error' || row.attempts > 0 ? 'failed' : 'never ran';
  if (facts.processed) return `${failed}, but is marked as processed, so nothing will run it`;
  if (facts.inProcess) return `${failed}, but is marked as in process, so nothing will run it`;
  if (row.attempts >= row.retry_limit) {
    return row.retry_limit === 0
      ? 'has a retry limit of 0, which allows no attempt at all'
      : `failed ${times(row.attempts)}: its retry limit of ${row.retry_limit} is used up`;
  }
  if (!facts.retryable) {
    return row.attempts === 0
      ? 'is not retryable, and this engine refuses even its first attempt'
      : `failed for good after ${attemptsInWords(row.attempts)}: it is not retryable`;
  }
  if (row.ready_for_execution) return readyInWords(row, facts);
  if (row.next_retry_at !== null && fromSqlTime(row.next_retry_at) > facts.now) {
    const until = `waits until ${isoTime(fromSqlTime(row.next_retry_at))}`;
    return row.attempts === 0 ? until : `failed ${times(row.attempts)} of ${row.retry_limit} and ${until}`;
  }
  return `${failed} and is not ready`;
}

function readyInWords(row: ReadinessRow, { isUnderWay }: StepFactsInWords): string {
  if (isUnderWay === true) {
    return row.current_state === 'error'
      ? `failed ${times(row.attempts)} of ${row.retry_limit} and is ready to be tried again`
      : 'is ready and will be started';
  }
  return row.current_state === 'error'
    ? `failed ${times(row.attempts)} of ${row.retry_limit} and is ready to be tried again, but nothing does it`
    : 'is ready, but nothing starts it';
}

/** A row can be asked about without its parents at hand; then their number has to do. */
function parentsInWords(row: ReadinessRow, parents: readonly UnfinishedParent[]): string {
  if (parents.length > 0) return `waits for ${listInWords(parents.map(parentInWords))}`;
  return `waits for ${row.total_parents - row.completed_parents} of its ${row.total_parents} parents`;
}

function parentInWords({ name, state, attempts, retryLimit, retryEligible }: UnfinishedParent): string {
  const words = state.replaceAll('_', ' ');
  if (state === 'cancelled') return `${name} (${words}, so it never will be done)`;
  if (state !== 'error' || attempts === undefined || retryLimit === undefined) return `${name} (${words})`;
  if (retryEligible === false && attempts < retryLimit) return `${name} (${words}, failed for good)`;
  const left = attempts >= retryLimit ? ': no attempts left' : '';
  return `${name} (${words}, attempt ${attempts} of ${retryLimit}${left})`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function attemptsInWords(count: number): string {
  return count === 1 ? 'one attempt' : `${count} attempts`;
}
