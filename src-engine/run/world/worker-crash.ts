/**
 * The death of the worker process: whatever it was running stays in progress, and nobody will write its end.
 */
import { emitWorkerCrashed } from '../tell/emit-workflow.ts';
import type { RunStep, TaskRun } from '../task-run.ts';

/** Thrown inside a run to leave the job at once; caught where jobs are started. */
export class WorkerCrashed extends Error {
  readonly steps: readonly RunStep[];

  constructor(steps: readonly RunStep[]) {
    super('the worker died');
    this.steps = steps;
  }
}

/** Drops everything the dead worker had in hand; the caller throws the result. */
export function crashWorker(run: TaskRun, recoverAfterMs: number = run.setup.recoveryMs): WorkerCrashed {
  const steps = [...run.running].map((id) => run.step(id));
  run.running.clear();
  run.agenda.remove((item) => item.kind === 'step_ends' || item.kind === 'slice_over');
  emitWorkerCrashed(run, steps);
  if (run.setup.profile.recoversCrashedSteps) {
    run.agenda.add(run.now + recoverAfterMs, { kind: 'recovery', steps });
  }
  return new WorkerCrashed(steps);
}
