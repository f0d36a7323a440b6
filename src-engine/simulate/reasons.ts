/** Why a step is not done, in a sentence; every fact in it is read from the rows, none is decided here. */
import { explainStep } from '../inspect/readiness-words.ts';
import type { StepSnapshot, TaskSnapshot } from '../store/calls/task-snapshot.ts';

/** Null when the step is complete or resolved. */
export function reasonFor(step: StepSnapshot, snapshot: TaskSnapshot, nowMs: number): string | null {
  const { current_state } = step.readiness;
  if (current_state === 'complete' || current_state === 'resolved_manually') return null;
  const parents = new Set(step.parents);
  return explainStep(step.readiness, {
    processed: step.processed,
    retryable: step.retryable,
    inProcess: step.in_process,
    unfinishedParents: snapshot.steps
      .filter((each) => parents.has(each.readiness.workflow_step_id) && !isDone(each))
      .map(({ readiness }) => ({
        name: readiness.name,
        state: readiness.current_state,
        attempts: readiness.attempts,
        retryLimit: readiness.retry_limit,
        retryEligible: readiness.retry_eligible,
      })),
    now: nowMs,
  });
}

function isDone(step: StepSnapshot): boolean {
  return step.readiness.current_state === 'complete' || step.readiness.current_state === 'resolved_manually';
}
