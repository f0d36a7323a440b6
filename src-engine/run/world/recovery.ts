/**
 * Recovery of a task whose worker died (documented profile only): the steps left in progress become failed attempts,
 * the task goes back to pending, and a new job is enqueued.
 */
import type { Running } from '../effects.ts';
import { changeSteps } from '../effects.ts';
import { emitStepFailed } from '../tell/emit-step.ts';
import { emitWorkerRecovered } from '../tell/emit-workflow.ts';
import { applyFailure } from './failure.ts';
import { enqueueNow, returnTaskToPending } from '../reenqueue.ts';
import type { RunStep, TaskRun } from '../task-run.ts';

const DIED = {
  kind: 'failure',
  errorClass: 'Workbench::WorkerDied',
  message: 'The worker died while the step was in progress',
  permanent: false,
  wait: { kind: 'none' },
  details: {},
} as const;

export function* recoverSteps(run: TaskRun, steps: readonly RunStep[]): Running<void> {
  const failures = steps.map((step) => applyFailure(run, step, 0, DIED));
  const at = run.sqlNow();
  const rows = yield* changeSteps(
    steps.map((step, index) => ({
      step: step.id,
      to: 'error' as const,
      sources: ['in_progress' as const],
      at,
      ...failures[index]?.change,
    })),
  );
  // Refused: an action ended the step before it was recovered.
  const recovered = steps.filter((step, index) => {
    const row = rows[index];
    const failure = failures[index];
    if (!row?.applied || failure === undefined) return false;
    run.failed.add(step.id);
    emitStepFailed(run, step, row, failure);
    return true;
  });
  run.rescan = true;
  emitWorkerRecovered(run, recovered);
  if (yield* returnTaskToPending(run, ['in_progress'], 'workflow_paused'))
    enqueueNow(run, 'steps_in_progress');
}
