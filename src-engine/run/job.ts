/**
 * One execution of the background job of a task (orchestration reference, section 4).
 */
import { coordinate } from './coordinator.ts';
import type { Running } from './effects.ts';
import { changeTask } from './effects.ts';
import { emitEnqueued, emitTaskMoved } from './tell/emit-task.ts';
import { emitJobAbandoned } from './tell/emit-workflow.ts';
import { finalize } from './finalizer.ts';
import { askRunContext } from './run-context.ts';
import { taskSources } from './state-machine.ts';
import type { TaskRun } from './task-run.ts';

export function* runJob(run: TaskRun, execution: number): Running<void> {
  emitEnqueued(run, execution);
  if (yield* startTask(run)) yield* continueJob(run, execution);
  else retryJob(run, execution);
}

/** The rest of a job whose task was started. */
export function* continueJob(run: TaskRun, execution = 1): Running<void> {
  const complete = yield* finalize(run, yield* coordinate(run));
  if (!complete) retryJob(run, execution);
}

/** pending → in_progress; false when the task is in any other state, which fails the job. */
function* startTask(run: TaskRun): Running<boolean> {
  const metadata = { initialization_completed: true, step_dependencies_established: run.steps.size };
  const row = yield* changeTask({
    task: run.setup.taskId,
    to: 'in_progress',
    sources: taskSources('in_progress'),
    at: run.sqlNow(),
    metadata,
  });
  if (!row.applied) return false;
  // Before anything ran there is nothing to count.
  const context = run.hasExecuted ? (yield* askRunContext(run)).context : null;
  emitTaskMoved(run, row.from_state, 'in_progress', context, {});
  return true;
}

/** The job framework's own retry: a job whose task is not complete raises, and is run again a few times. */
function retryJob(run: TaskRun, execution: number): void {
  const { jobRetry } = run.setup.profile;
  if (jobRetry === null) return;
  if (execution >= jobRetry.executions) {
    emitJobAbandoned(run, execution);
    return;
  }
  run.agenda.add(run.now + jobRetry.delaySeconds * 1_000, { kind: 'job', execution: execution + 1 });
}
