/** Why a step of production is stuck, and what an operator can do. Facts: SQL function reference, section 10. */
import { assertNever } from '../../assert-never.ts';
import type { Installation } from '../../store/production/detect/installation.ts';
import type { StuckRow } from '../../store/production/rows/stuck-rows.ts';
import type { OperatorAction } from './operator-actions.ts';
import { cancelTask, rescueStep, resetStep, resolveStep, retryTask, startAnew } from './operator-actions.ts';

export type StuckStep = Omit<StuckRow, 'attempts' | 'limit' | 'parent'> & {
  readonly words: string;
  readonly actions: readonly OperatorAction[];
};

export function inWords(row: StuckRow, installation: Installation): StuckStep {
  const { task, namespace, name, taskState, kind, step, stepName, since } = row;
  return {
    task,
    namespace,
    name,
    taskState,
    kind,
    step,
    stepName,
    since,
    words: wordsOf(row, installation.generation),
    actions: actionsOf(row, installation),
  };
}

function wordsOf(
  { kind, stepName, attempts, limit, parent, taskState }: StuckRow,
  generation: Installation['generation'],
): string {
  const step = stepName ?? 'the task';
  switch (kind) {
    case 'failed_for_good':
      return generation === 'core'
        ? `${step} is in error, which is final here: nothing will try it again.`
        : `${step} failed after ${times(attempts)} of ${limit} and is not retryable. The engine does not count that as blocked, so the task waits for ever and looks healthy.`;
    case 'exhausted':
      return `${step} used up its ${times(limit)}. ${taskState === 'error' ? 'The task ended in error.' : 'Nothing will try it again.'}`;
    case 'orphaned':
      return `${step} is in progress for longer than any worker should take. There is no lease and no heartbeat: if its worker died, it stays in progress for ever.`;
    case 'cancelled_parent':
      return `${step} waits for ${parent ?? 'a parent'}, which was cancelled. A cancelled parent never counts as done, so ${step} will never be ready.`;
    case 'processed_in_error':
      return `${step} is in error, but marked as processed: it is never ready and never counted as blocked.`;
    case 'never_allowed':
      return limit <= 0
        ? `${step} has a retry limit of ${limit}, which allows no attempt at all.`
        : `${step} is not retryable, and the engine refuses even the first attempt of such a step.`;
    case 'never_begun':
      return 'The task was created, or put back, and nobody began it: its job was lost, or no worker takes this queue.';
    default:
      return assertNever(kind);
  }
}

function times(count: number): string {
  return count === 1 ? 'one attempt' : `${count} attempts`;
}

function actionsOf(row: StuckRow, installation: Installation): readonly OperatorAction[] {
  const { task, step } = row;
  // The successor has procedures of its own, which are not known well enough to be put into an operator's hand.
  if (installation.generation === 'core') return [];
  if (step === null) return [startAnew(task), cancelTask(task)];
  switch (row.kind) {
    case 'orphaned':
      return [rescueStep(task, step), resolveStep(task, step), cancelTask(task)];
    case 'cancelled_parent':
      return [resolveStep(task, step), cancelTask(task)];
    case 'never_allowed':
      return [resetStep(task, step), resolveStep(task, step), cancelTask(task)];
    default:
      return [
        resetStep(task, step),
        resolveStep(task, step),
        row.taskState === 'error' ? retryTask(task) : cancelTask(task),
      ];
  }
}
