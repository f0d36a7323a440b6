/**
 * What an operator might do for a task that does not go by itself. Each is an offer to be tried in a fork, where the same SQL and
 * the same state machines say what comes of it; nothing here decides that it helps.
 */
import type { ForkAction } from '../../api/contract/lab-schemas.ts';
import type { StepSnapshot, TaskSnapshot } from '../../store/calls/task-snapshot.ts';

export interface Remedy {
  readonly title: string;
  readonly reason: string;
  readonly actions: readonly ForkAction[];
}

/** More would be a list, not advice. */
const MOST_STEPS = 3;

/** @param isLost Whether no worker will ever say how a step in progress ended. */
export function remediesOf(snapshot: TaskSnapshot, isLost: (stepId: number) => boolean): readonly Remedy[] {
  const state = snapshot.transitions.at(-1)?.to ?? 'pending';
  if (snapshot.complete || state === 'cancelled' || state === 'resolved_manually') return [];
  const isBlocked = snapshot.context.execution_status === 'blocked_by_failures' || state === 'error';
  // A task in error is in no queue; one in any other state is, or is about to be.
  const goOn: readonly ForkAction[] = state === 'error' ? [{ do: 'retry_task' }] : [];
  const failed = isBlocked
    ? snapshot.steps.filter(({ readiness }) => readiness.current_state === 'error')
    : [];
  const lost = snapshot.steps.filter(
    ({ readiness }) => readiness.current_state === 'in_progress' && isLost(readiness.workflow_step_id),
  );
  return [
    ...failed.slice(0, MOST_STEPS).flatMap((step) => ofFailed(step, goOn)),
    ...lost.slice(0, MOST_STEPS).map((step) => ofLost(step, goOn)),
    ...(state === 'error' && failed.length === 0
      ? [
          {
            title: 'Put the task into the queue again',
            reason: 'It is in error, and no job of it is left.',
            actions: goOn,
          },
        ]
      : []),
  ];
}

function ofFailed({ readiness, retryable }: StepSnapshot, goOn: readonly ForkAction[]): readonly Remedy[] {
  const { name: step, attempts, retry_limit: limit } = readiness;
  const isUsedUp = attempts >= limit;
  const why = isUsedUp
    ? `It used ${attempts} of ${limit} attempts.`
    : retryable
      ? 'Its next attempt may begin at once, without the wait.'
      : 'It failed for good, and its row says that it is not to be tried again.';
  const reset: Remedy = {
    title: `Reset the attempts of ${step}`,
    reason: `${why} A reset gives it all of them again.`,
    actions: [{ do: 'reset_step', step }, ...goOn],
  };
  const raise: Remedy = {
    title: `Give ${step} one attempt more`,
    reason: `${why} A limit of ${attempts + 1} allows one more.`,
    actions: [{ do: 'set_retry_limit', step, retry_limit: attempts + 1 }, ...goOn],
  };
  const resolve: Remedy = {
    title: `Resolve ${step} by hand`,
    reason:
      'Its work was done outside, or is not needed: the steps after it may begin. It leaves no new results.',
    actions: [{ do: 'resolve_step', step }, ...goOn],
  };
  return isUsedUp && retryable ? [reset, raise, resolve] : [reset, resolve];
}

function ofLost({ readiness: { name: step } }: StepSnapshot, goOn: readonly ForkAction[]): Remedy {
  return {
    title: `Resolve ${step} by hand`,
    reason: 'It is in progress, and no worker will say how it ended.',
    actions: [{ do: 'resolve_step', step }, ...goOn],
  };
}
