/** How a run ended, in words. Pure. */
import type { RunView } from '../../../../src-engine/api/contract/run-schemas.ts';

const WORDS: Readonly<Record<NonNullable<RunView['outcome']>, string>> = {
  completed: 'The run ended: the task is complete.',
  failed: 'The run ended: the task failed.',
  cancelled: 'The run ended: the task was cancelled.',
  resolved: 'The run ended: the task was resolved by hand.',
  stuck: 'The run ended stuck: nothing will ever move this task again.',
  spinning: 'The run was ended: it spins without getting anywhere.',
  limit_reached: 'The run was ended at its limit.',
  rejected: 'The task was refused before it began.',
};

/** Null while it is under way. */
export function outcomeInWords({ status, outcome }: RunView): string | null {
  if (status === 'failed') return 'The engine could not go on with this run.';
  if (status === 'stopped') return 'The run was stopped.';
  return outcome === null ? null : WORDS[outcome];
}
