/**
 * What a run tells about its steps. Documented profile: one event for each change. `rails-1.0`: every layer's copy, in
 * upstream's order (event reference, section 5): executor, state machine, handler.
 */
import { OBSERVABILITY_EVENTS, STEP_EVENTS } from '../../events/names.ts';
import type { StepFacts, StepPayloadType } from '../../events/payload-builder.ts';
import { executionDuration, failedKeys, resultKeys, stepPayload } from '../../events/payload-builder.ts';
import type { StepMove, StepPayload } from '../../events/payloads.ts';
import type { StepChanged } from '../../store/calls/workbench-calls.ts';
import type { AppliedFailure } from '../world/failure.ts';
import type { StepState } from '../state-machine.ts';
import type { RunStep, TaskRun } from '../task-run.ts';
import { fromSqlTime, isoTime } from '../time/virtual-time.ts';

export function emitStepRetry(run: TaskRun, step: RunStep, row: StepChanged): void {
  run.emit(STEP_EVENTS.RETRY_REQUESTED, {
    ...payload(run, step, row, 'retry'),
    previous_attempts: Math.max(row.attempts - 1, 0),
    retry_reason: 'Step execution failed',
    backoff_strategy: 'exponential',
    ...move(run, row, 'pending'),
  });
}

/** The attempt begins: state machine, then the handler is called. */
export function emitStepStarted(run: TaskRun, step: RunStep, row: StepChanged): void {
  const copies = run.setup.profile.showsEventCopies;
  const inputs = { step_inputs: run.context, step_dependencies: step.template.dependsOn };
  // What counts for a reader is the attempt that begins; upstream reports the number of attempts before it.
  const counted = copies ? row : { ...row, attempts: row.attempts + 1 };
  const started = { ...payload(run, step, counted, 'started'), ...inputs };
  if (copies) run.emit(STEP_EVENTS.EXECUTION_REQUESTED, started);
  run.emit(STEP_EVENTS.EXECUTION_REQUESTED, { ...started, ...move(run, row, 'in_progress') });
  if (copies) run.emit(STEP_EVENTS.EXECUTION_REQUESTED, started);
  run.emit(STEP_EVENTS.BEFORE_HANDLE, payload(run, step, counted, 'before_handle'));
}

export function emitStepCompleted(run: TaskRun, step: RunStep, row: StepChanged, startedAt: number): void {
  const results = resultKeys(row.results);
  const completed = payload(run, step, row, 'completed');
  if (!run.setup.profile.showsEventCopies) {
    const duration = { execution_duration: (run.now - startedAt) / 1_000 };
    run.emit(STEP_EVENTS.COMPLETED, { ...completed, ...duration, ...results, ...move(run, row, 'complete') });
    return;
  }
  const duration = { execution_duration: executionDuration(factsOf(run, step, row)) };
  const before = payload(run, step, { ...row, attempts: row.attempts - 1 }, 'completed');
  run.emit(STEP_EVENTS.COMPLETED, { ...before, execution_duration: 0, ...results });
  run.emit(STEP_EVENTS.COMPLETED, { ...completed, ...duration, ...results, ...move(run, row, 'complete') });
  run.emit(STEP_EVENTS.COMPLETED, { ...completed, ...duration, ...results });
}

export function emitStepFailed(run: TaskRun, step: RunStep, row: StepChanged, applied: AppliedFailure): void {
  const { failure, wait } = applied;
  const error = failedKeys(
    {
      message: failure.message,
      errorClass: failure.errorClass,
      backtrace: [`${step.template.handlerClass}#process (simulated)`],
    },
    row.results,
  );
  if (wait !== null) {
    const backoff = { backoff_seconds: wait.seconds, backoff_type: wait.type };
    run.emit(OBSERVABILITY_EVENTS.STEP_BACKOFF, { ...payload(run, step, row, 'backoff'), ...backoff });
  }
  const failed = { ...payload(run, step, row, 'failed'), ...error };
  if (run.setup.profile.showsEventCopies) {
    run.emit(STEP_EVENTS.FAILED, { ...failed, attempt_number: row.attempts - 1 });
    run.emit(STEP_EVENTS.FAILED, { ...failed, ...move(run, row, 'error') });
    run.emit(STEP_EVENTS.FAILED, failed);
    return;
  }
  run.emit(STEP_EVENTS.FAILED, { ...failed, ...move(run, row, 'error') });
  if (row.attempts >= row.retry_limit) {
    run.emit(OBSERVABILITY_EVENTS.STEP_MAX_RETRIES_REACHED, payload(run, step, row, 'max_retries_reached'));
  }
}

export function emitStepCancelled(run: TaskRun, step: RunStep, row: StepChanged): void {
  // Upstream derives the type from the event's name and finds none for this one.
  const type = run.setup.profile.showsEventCopies ? 'unknown' : 'cancelled';
  run.emit(STEP_EVENTS.CANCELLED, {
    ...payload(run, step, row, type),
    ...move(run, row, 'cancelled'),
  });
}

export function emitStepResolved(run: TaskRun, step: RunStep, row: StepChanged): void {
  const resolved = { ...payload(run, step, row, 'unknown'), ...move(run, row, 'resolved_manually') };
  run.emit(STEP_EVENTS.RESOLVED_MANUALLY, resolved);
}

/** What the state machine's own copy of an event adds. */
function move(run: TaskRun, row: StepChanged, to: StepState): StepMove {
  return { from_state: row.from_state, to_state: to, transitioned_at: isoTime(run.now) };
}

function payload(run: TaskRun, step: RunStep, row: StepChanged, type: StepPayloadType): StepPayload {
  return stepPayload(type, factsOf(run, step, row), isoTime(run.now));
}

function factsOf(run: TaskRun, step: RunStep, row: StepChanged): StepFacts {
  return {
    taskId: run.setup.taskId,
    stepId: step.id,
    stepName: step.template.name,
    attempts: row.attempts,
    retryLimit: row.retry_limit,
    lastAttemptedAt: row.last_attempted_at === null ? null : isoTime(fromSqlTime(row.last_attempted_at)),
    processedAt: row.processed_at === null ? null : isoTime(fromSqlTime(row.processed_at)),
    results: row.results,
  };
}
