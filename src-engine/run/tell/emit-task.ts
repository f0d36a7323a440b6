/** What a run tells about its task: creation, jobs, and every move of its state. */
import { OBSERVABILITY_EVENTS, TASK_EVENTS } from '../../events/names.ts';
import type { TaskFacts, TaskPayloadType } from '../../events/payload-builder.ts';
import { taskPayload } from '../../events/payload-builder.ts';
import type { TaskDetailKeys, TaskPayload } from '../../events/payloads.ts';
import { taskTransitionEvent } from '../../events/transition-events.ts';
import type { TaskContext } from '../../store/calls/workbench-calls.ts';
import type { TaskState } from '../state-machine.ts';
import type { TaskRun } from '../task-run.ts';
import { isoTime } from '../time/virtual-time.ts';

const PAYLOAD_TYPES: Record<TaskState, TaskPayloadType> = {
  pending: 'pending_transition',
  in_progress: 'started',
  complete: 'completed',
  error: 'failed',
  cancelled: 'cancelled',
  resolved_manually: 'resolved_manually',
};

/** Documented: creation asks for initialization. The shipped engine sends its start event there instead. */
export function emitTaskCreated(run: TaskRun): void {
  const count = { step_count: run.steps.size };
  if (run.setup.profile.showsEventCopies) {
    run.emit(TASK_EVENTS.START_REQUESTED, { ...payload(run, 'started', null), ...count });
  } else {
    run.emit(TASK_EVENTS.INITIALIZE_REQUESTED, { ...payload(run, 'initialized', null), ...count });
  }
}

/** A job is put into the queue (execution 0: at creation) or begins to run. */
export function emitEnqueued(run: TaskRun, execution: number): void {
  const job =
    execution === 0
      ? {}
      : {
          job_id: `run-${run.setup.taskId}`,
          queue_name: 'default',
          attempt: execution,
          correlation_id: correlationId(run),
        };
  const extra = { task_context: run.context, ...job };
  run.emit(OBSERVABILITY_EVENTS.TASK_ENQUEUE, { ...payload(run, 'enqueue', null), ...extra });
}

/** A job that met another one of the same task: it cannot start, and is gone. */
export function emitJobRefused(run: TaskRun, execution: number): void {
  emitEnqueued(run, execution);
}

export function emitTaskMoved(
  run: TaskRun,
  from: TaskState,
  to: TaskState,
  context: TaskContext | null,
  extra: TaskDetailKeys,
): void {
  const name = taskTransitionEvent(from, to);
  run.emit(TASK_EVENTS.BEFORE_TRANSITION, {
    task_id: run.setup.taskId,
    from_state: from,
    to_state: to,
    transition_event: name,
    timestamp: isoTime(run.now),
  });
  const move = {
    task_context: run.context,
    from_state: from,
    to_state: to,
    transitioned_at: isoTime(run.now),
  };
  const details = { ...contextDetails(to, context), ...extra };
  if (!run.setup.profile.showsEventCopies) {
    run.emit(name, { ...payload(run, PAYLOAD_TYPES[to], context), ...details, ...move });
    return;
  }
  run.emit(name, {
    task_id: run.setup.taskId,
    task_name: run.taskName,
    ...move,
    timestamp: isoTime(run.now),
  });
  if (to === 'cancelled' || to === 'resolved_manually') return;
  run.emit(name, { ...payload(run, PAYLOAD_TYPES[to], context), ...details });
}

/** A correlation id that is the same in every replay: the run's own number. */
export function correlationId(run: TaskRun): string {
  return `tsk_${run.setup.taskId.toString(36)}`;
}

function contextDetails(
  to: TaskState,
  context: TaskContext | null,
): TaskDetailKeys & { readonly total_steps?: number } {
  if (context === null) return {};
  const { completion_percentage, health_status, total_steps, ready_steps, in_progress_steps } = context;
  const common = { completion_percentage, health_status };
  switch (to) {
    case 'complete':
      return { ...common, total_steps };
    case 'error':
      return { ...common, total_steps, failed_steps_count: context.failed_steps };
    case 'pending':
      return { ...common, ready_steps, in_progress_steps };
    default:
      return {};
  }
}

function payload(run: TaskRun, type: TaskPayloadType, context: TaskContext | null): TaskPayload {
  const facts: TaskFacts = {
    taskId: run.setup.taskId,
    taskName: run.taskName,
    createdAt: isoTime(run.setup.startMs),
    totalSteps: context?.total_steps ?? run.steps.size,
    completedSteps: context?.completed_steps ?? 0,
    failedSteps: context?.failed_steps ?? 0,
  };
  return taskPayload(type, facts, isoTime(run.now));
}
