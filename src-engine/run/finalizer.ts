/**
 * What becomes of a task when its loop has ended (state machine reference, section 7).
 */
import type { ContextAnswer } from '../store/calls/workbench-calls.ts';
import type { LoopEnd } from './coordinator.ts';
import { askRunContext } from './run-context.ts';
import type { Running } from './effects.ts';
import { changeTask } from './effects.ts';
import { emitTaskMoved } from './tell/emit-task.ts';
import { emitFinalizationCompleted, emitFinalizationStarted } from './tell/emit-workflow.ts';
import { reenqueue, returnTaskToPending } from './reenqueue.ts';
import type { TaskState } from './state-machine.ts';
import { taskSources } from './state-machine.ts';
import type { TaskRun } from './task-run.ts';

const PENDING_REASONS: Readonly<Record<string, string>> = {
  waiting_for_dependencies: 'waiting_for_dependencies',
  processing: 'waiting_for_step_completion',
  has_ready_steps: 'ready_for_processing',
};

/** Finalizes the task; true when it is complete. */
export function* finalize(run: TaskRun, end: LoopEnd): Running<boolean> {
  const answer = end.answer ?? (yield* askRunContext(run));
  emitFinalizationStarted(run, answer.context, end.executed);
  const state = yield* settle(run, answer, end);
  emitFinalizationCompleted(run, answer.context, end.executed, state);
  return state === 'complete';
}

function* settle(run: TaskRun, answer: ContextAnswer, end: LoopEnd): Running<TaskState | null> {
  const { context } = answer;
  switch (context?.execution_status) {
    case 'all_complete':
      return yield* move(run, 'complete', answer);
    case undefined:
    case 'blocked_by_failures':
      return yield* move(run, 'error', answer);
    default:
      return yield* putBack(run, answer, end);
  }
}

function* move(
  run: TaskRun,
  to: 'complete' | 'error',
  { context }: ContextAnswer,
): Running<TaskState | null> {
  const row = yield* changeTask({
    task: run.setup.taskId,
    to,
    sources: taskSources(to),
    at: run.sqlNow(),
    finished: run.setup.profile.finishedStates,
  });
  if (!row.applied) return row.from_state;
  const extra = to === 'error' ? { error_message: 'steps_in_error_state' } : {};
  emitTaskMoved(run, row.from_state, to, context, extra);
  return to;
}

/** The task is not done: it waits, and under the documented profile comes back after its delay. */
function* putBack(run: TaskRun, answer: ContextAnswer, end: LoopEnd): Running<TaskState | null> {
  const status = answer.context?.execution_status ?? '';
  // The shipped finalizer leaves a task with ready steps in progress, and then nothing can start it again.
  if (status === 'has_ready_steps' && !run.setup.profile.reenqueues) return 'in_progress';
  const reason = PENDING_REASONS[status] ?? 'ready_for_processing';
  const moved = yield* returnTaskToPending(run, ['in_progress'], reason, answer.context);
  if (moved && run.setup.profile.reenqueues && canStillChange(run, answer, end)) reenqueue(run, answer);
  return moved ? 'pending' : null;
}

/**
 * Whether another job could find anything new. Production would go on for ever; a simulation stops where nothing was
 * executed, nothing is planned and no wait is running.
 */
function canStillChange(run: TaskRun, { waits }: ContextAnswer, end: LoopEnd): boolean {
  return end.executed > 0 || run.agenda.size > 0 || run.running.size > 0 || waits.length > 0;
}
