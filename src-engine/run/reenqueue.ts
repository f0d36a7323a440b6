/**
 * Putting a task back: to pending, and into the queue with its delay (state machine reference, section 7).
 */
import type { ContextAnswer } from '../store/calls/workbench-calls.ts';
import { changeTask, type Running } from './effects.ts';
import { emitTaskMoved } from './tell/emit-task.ts';
import { emitReenqueueDelayed, emitReenqueuedNow } from './tell/emit-workflow.ts';
import { reenqueueDelaySeconds } from './rules/reenqueue-delay.ts';
import type { TaskState } from './state-machine.ts';
import type { TaskRun } from './task-run.ts';
import { fromSqlTime } from './time/virtual-time.ts';

const REENQUEUE_REASONS: Readonly<Record<string, string>> = {
  has_ready_steps: 'ready_steps_available',
  waiting_for_dependencies: 'awaiting_dependencies',
  processing: 'steps_in_progress',
};

/** Moves the task to pending from one of `sources`; false when it is in none of them. */
export function* returnTaskToPending(
  run: TaskRun,
  sources: readonly TaskState[],
  reason: string,
  context: ContextAnswer['context'] = null,
): Running<boolean> {
  const change = { task: run.setup.taskId, to: 'pending', sources, at: run.sqlNow() } as const;
  const row = yield* changeTask(change);
  if (row.applied) emitTaskMoved(run, row.from_state, 'pending', context, { reason });
  return row.applied;
}

/** A job right now. */
export function enqueueNow(run: TaskRun, reason: string): void {
  emitReenqueuedNow(run, reason);
  run.agenda.add(run.now, { kind: 'job', execution: 1 });
}

/** A job after the delay that the execution status and the waits of failed steps ask for. */
export function reenqueue(run: TaskRun, { context, waits }: ContextAnswer): void {
  const status = context?.execution_status ?? null;
  const reason =
    status === null ? 'context_unavailable' : (REENQUEUE_REASONS[status] ?? 'continuing_workflow');
  const retryTimes = waits
    .filter((wait) => wait.state === 'error')
    .map((wait) => fromSqlTime(wait.next_retry_at));
  const delay = reenqueueDelaySeconds(status, retryTimes, run.now);
  if (delay === 0) {
    enqueueNow(run, reason);
    return;
  }
  emitReenqueueDelayed(run, reason, delay);
  run.agenda.add(run.now + delay * 1_000, { kind: 'job', execution: 1 });
}
