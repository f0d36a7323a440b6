/** What a run tells about its loop: discovery, batches, finalization, re-enqueueing; and our own events around it. */
import type { WorkflowEventName } from '../../events/names.ts';
import { WORKBENCH_EVENTS, WORKFLOW_EVENTS } from '../../events/names.ts';
import { orchestrationPayload } from '../../events/payload-builder.ts';
import type { WorkbenchPayload } from '../../events/payloads.ts';
import type { WorkflowKeys } from '../../events/workflow-payloads.ts';
import type { TaskContext } from '../../store/calls/workbench-calls.ts';
import { correlationId } from './emit-task.ts';
import type { TaskState } from '../state-machine.ts';
import type { RunStep, TaskRun } from '../task-run.ts';
import { isoTime } from '../time/virtual-time.ts';

const MODE = { processing_mode: 'concurrent' } as const;

export function emitTaskStarted(run: TaskRun): void {
  tell(run, WORKFLOW_EVENTS.TASK_STARTED, 'task_started', { correlation_id: correlationId(run) });
}

export function emitViableSteps(run: TaskRun, stepIds: readonly number[]): void {
  const names = stepIds.map((id) => run.step(id).template.name);
  const base = { step_ids: stepIds, step_count: stepIds.length, ...MODE };
  const rich = { ...base, viable_count: stepIds.length, step_names: names };
  tellTwice(run, WORKFLOW_EVENTS.VIABLE_STEPS_DISCOVERED, 'viable_steps_discovered', rich, base);
}

export function emitNoViableSteps(run: TaskRun): void {
  const base = { reason: 'No steps ready for execution' };
  const rich = { ...base, total_steps_checked: run.steps.size };
  tellTwice(run, WORKFLOW_EVENTS.NO_VIABLE_STEPS, 'no_viable_steps', rich, base);
}

export function emitBatchStarted(run: TaskRun, count: number): void {
  const batch = { task_name: run.taskName, step_count: count, ...MODE };
  tell(run, WORKFLOW_EVENTS.STEPS_EXECUTION_STARTED, 'steps_execution_started', batch);
}

export function emitBatchCompleted(run: TaskRun, processed: number, successful: number): void {
  const batch = { task_name: run.taskName, processed_count: processed, successful_count: successful };
  tell(run, WORKFLOW_EVENTS.STEPS_EXECUTION_COMPLETED, 'steps_execution_completed', batch);
}

export function emitFinalizationStarted(run: TaskRun, context: TaskContext | null, processed: number): void {
  const base = { processed_steps_count: processed };
  const rich = { ...base, ...contextKeys(context) };
  tellTwice(
    run,
    WORKFLOW_EVENTS.TASK_FINALIZATION_STARTED,
    'task_finalization_started',
    rich,
    base,
    'poor first',
  );
}

export function emitFinalizationCompleted(
  run: TaskRun,
  context: TaskContext | null,
  processed: number,
  finalStatus: TaskState | null,
): void {
  const base = { processed_steps_count: processed };
  const rich = { ...base, ...contextKeys(context), final_status: finalStatus };
  tellTwice(run, WORKFLOW_EVENTS.TASK_FINALIZATION_COMPLETED, 'task_finalization_completed', rich, base);
}

export function emitReenqueuedNow(run: TaskRun, reason: string): void {
  const base = { task_name: run.taskName, reason };
  const started = { ...base, current_status: 'pending' };
  tell(run, WORKFLOW_EVENTS.TASK_REENQUEUE_STARTED, 'task_reenqueue_started', started);
  tell(run, WORKFLOW_EVENTS.TASK_REENQUEUE_REQUESTED, 'task_reenqueue_requested', base);
}

export function emitReenqueueDelayed(run: TaskRun, reason: string, seconds: number): void {
  const delay = { delay_seconds: seconds, scheduled_for: isoTime(run.now + seconds * 1_000) };
  tell(run, WORKFLOW_EVENTS.TASK_REENQUEUE_DELAYED, 'task_reenqueue_delayed', {
    task_name: run.taskName,
    reason,
    ...delay,
  });
}

/** The loop repeats at once, without end: told once, where upstream would tell it for ever. */
export function emitSpinning(run: TaskRun, stepIds: readonly number[]): void {
  const names = stepIds.map((id) => run.step(id).template.name);
  run.emit(WORKBENCH_EVENTS.LOOP_SPINNING, { ...ours(run), step_names: names });
}

export function emitJobAbandoned(run: TaskRun, executions: number): void {
  run.emit(WORKBENCH_EVENTS.JOB_ABANDONED, {
    ...ours(run),
    executions,
    reason: 'the job queue has no retries left',
  });
}

export function emitWorkerCrashed(run: TaskRun, steps: readonly RunStep[]): void {
  run.emit(WORKBENCH_EVENTS.WORKER_CRASHED, { ...ours(run), step_names: stepNames(steps) });
}

export function emitWorkerRecovered(run: TaskRun, steps: readonly RunStep[]): void {
  run.emit(WORKBENCH_EVENTS.WORKER_RECOVERED, { ...ours(run), step_names: stepNames(steps) });
}

export function emitDatabasePaused(run: TaskRun, seconds: number): void {
  run.emit(WORKBENCH_EVENTS.DATABASE_PAUSED, { ...ours(run), seconds });
}

export function emitRetryLimitSet(run: TaskRun, step: RunStep, retryLimit: number): void {
  const keys = { step_name: step.template.name, retry_limit: retryLimit };
  run.emit(WORKBENCH_EVENTS.RETRY_LIMIT_SET, { ...ours(run), ...keys });
}

export function emitContextSet(run: TaskRun): void {
  run.emit(WORKBENCH_EVENTS.CONTEXT_SET, { ...ours(run), context: run.context });
}

function tell<Name extends WorkflowEventName>(
  run: TaskRun,
  name: Name,
  type: string,
  keys: WorkflowKeys[Name],
): void {
  run.emit<WorkflowEventName>(name, {
    ...orchestrationPayload(type, run.setup.taskId, isoTime(run.now)),
    ...keys,
  });
}

/** Two layers announce these; once each change is to be told once, the richer copy is the one. */
function tellTwice<Name extends WorkflowEventName>(
  run: TaskRun,
  name: Name,
  type: string,
  rich: WorkflowKeys[Name],
  poor: WorkflowKeys[Name],
  order: 'rich first' | 'poor first' = 'rich first',
): void {
  if (!run.setup.profile.showsEventCopies) {
    tell(run, name, type, rich);
    return;
  }
  for (const keys of order === 'rich first' ? [rich, poor] : [poor, rich]) tell(run, name, type, keys);
}

function ours(run: TaskRun): WorkbenchPayload {
  return { task_id: run.setup.taskId, timestamp: isoTime(run.now) };
}

function stepNames(steps: readonly RunStep[]): readonly string[] {
  return steps.map((step) => step.template.name);
}

function contextKeys(context: TaskContext | null) {
  if (context === null) return {};
  const { execution_status, health_status, completion_percentage, total_steps, ready_steps, failed_steps } =
    context;
  return {
    execution_status,
    health_status,
    completion_percentage,
    total_steps,
    ready_steps,
    failed_steps,
    recommended_action: context.recommended_action,
  };
}
