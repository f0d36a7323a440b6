/** Why a step is as it is, in a sentence; every fact in it is read from the rows, none is decided here. */
import type { UnfinishedParent } from '../inspect/readiness-words.ts';
import { explainStep } from '../inspect/readiness-words.ts';
import type { StepSnapshot, TaskSnapshot } from '../store/calls/task-snapshot.ts';

/** What is known of a run that is not over. */
export interface UnderWay {
  /** Whether the living worker is at the step. */
  readonly isRunning: (stepId: number) => boolean;
}

/** Says of any step of the snapshot how it stands; `underWay` is absent when the run is over. */
export function stepWords(
  snapshot: TaskSnapshot,
  nowMs: number,
  underWay?: UnderWay,
): (step: StepSnapshot) => string {
  const byId = new Map(snapshot.steps.map((step) => [step.readiness.workflow_step_id, step]));
  return (step) =>
    explainStep(step.readiness, {
      processed: step.processed,
      retryable: step.retryable,
      inProcess: step.in_process,
      unfinishedParents: unfinishedParents(step, byId),
      now: nowMs,
      ...(underWay === undefined
        ? {}
        : { workerAlive: underWay.isRunning(step.readiness.workflow_step_id), isUnderWay: true }),
    });
}

/** Of a run that is over: null when the step is complete or resolved. */
export function stepReasons(snapshot: TaskSnapshot, nowMs: number): (step: StepSnapshot) => string | null {
  const words = stepWords(snapshot, nowMs);
  return (step) => (isDone(step) ? null : words(step));
}

function unfinishedParents(
  { parents }: StepSnapshot,
  byId: ReadonlyMap<number, StepSnapshot>,
): readonly UnfinishedParent[] {
  return parents
    .flatMap((id) => byId.get(id) ?? [])
    .filter((parent) => !isDone(parent))
    .map(({ readiness }) => ({
      name: readiness.name,
      state: readiness.current_state,
      attempts: readiness.attempts,
      retryLimit: readiness.retry_limit,
      retryEligible: readiness.retry_eligible,
    }));
}

function isDone(step: StepSnapshot): boolean {
  return step.readiness.current_state === 'complete' || step.readiness.current_state === 'resolved_manually';
}
