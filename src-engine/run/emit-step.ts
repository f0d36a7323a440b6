/**
 * What a run tells about its steps. Documented profile: one event for each change. `rails-1.0`: every layer's copy, in
 * upstream's order (event reference, section 5): executor, state machine, handler.
 */
import type { StepFacts, StepPayloadType } from '../events/payload-builder.ts';
import { stepPayload } from '../events/payload-builder.ts';
import { STEP_EVENTS } from '../events/names.ts';
import { stepTransitionEvent } from '../events/transition-events.ts';
import type { StepChanged } from '../store/workbench-calls.ts';
import type { JsonObject } from '../template/template.ts';
import type { AppliedFailure } from './failure.ts';
import { OBSERVABILITY_EVENTS } from '../events/names.ts';
import type { StepState } from './state-machine.ts';
import type { RunStep, TaskRun } from './task-run.ts';
import { fromSqlTime, isoTime } from './virtual-time.ts';

export function emitStepRetry(run: TaskRun, step: RunStep, row: StepChanged): void {
  tellMove(run, step, row, 'pending', 'retry', {});
}

/** The attempt begins: state machine, then the handler is called. */
export function emitStepStarted(run: TaskRun, step: RunStep, row: StepChanged): void {
  const inputs = { step_inputs: run.setup.context, step_dependencies: step.template.dependsOn };
  if (run.setup.profile.showsEventCopies) {
    const copy = payload(run, step, row, 'started', inputs);
    run.emit(STEP_EVENTS.EXECUTION_REQUESTED, copy);
    tellMove(run, step, row, 'in_progress', 'started', inputs);
    run.emit(STEP_EVENTS.EXECUTION_REQUESTED, copy);
  } else {
    // What counts for a reader is the attempt that begins; upstream reports the number of attempts before it.
    const attempt = { attempt_number: row.attempts + 1 };
    tellMove(run, step, row, 'in_progress', 'started', { ...inputs, ...attempt });
    run.emit(STEP_EVENTS.BEFORE_HANDLE, payload(run, step, row, 'before_handle', attempt));
    return;
  }
  run.emit(STEP_EVENTS.BEFORE_HANDLE, payload(run, step, row, 'before_handle', {}));
}

export function emitStepCompleted(run: TaskRun, step: RunStep, row: StepChanged, startedAt: number): void {
  if (!run.setup.profile.showsEventCopies) {
    tellMove(run, step, row, 'complete', 'completed', durationSince(run, startedAt));
    return;
  }
  const before = { ...row, attempts: row.attempts - 1 };
  run.emit(STEP_EVENTS.COMPLETED, payload(run, step, before, 'completed', { execution_duration: 0 }));
  tellMove(run, step, row, 'complete', 'completed', { execution_duration: 0 });
  run.emit(STEP_EVENTS.COMPLETED, payload(run, step, row, 'completed', { execution_duration: 0 }));
}

export function emitStepFailed(run: TaskRun, step: RunStep, row: StepChanged, applied: AppliedFailure): void {
  const { failure, wait } = applied;
  const error = {
    error_message: failure.message,
    error_class: failure.errorClass,
    exception_class: 'StandardError',
    backtrace: [`${step.template.handlerClass}#process (simulated)`],
  };
  if (wait !== null) {
    const backoff = { backoff_seconds: wait.seconds, backoff_type: wait.type };
    run.emit(OBSERVABILITY_EVENTS.STEP_BACKOFF, payload(run, step, row, 'backoff', backoff));
  }
  if (run.setup.profile.showsEventCopies) {
    const before = { ...row, attempts: row.attempts - 1 };
    run.emit(STEP_EVENTS.FAILED, payload(run, step, before, 'failed', error));
    tellMove(run, step, row, 'error', 'failed', error);
    run.emit(STEP_EVENTS.FAILED, payload(run, step, row, 'failed', error));
    return;
  }
  tellMove(run, step, row, 'error', 'failed', error);
  if (row.attempts >= row.retry_limit) {
    run.emit(
      OBSERVABILITY_EVENTS.STEP_MAX_RETRIES_REACHED,
      payload(run, step, row, 'max_retries_reached', {}),
    );
  }
}

export function emitStepCancelled(run: TaskRun, step: RunStep, row: StepChanged): void {
  tellMove(run, step, row, 'cancelled', 'cancelled', {});
}

export function emitStepResolved(run: TaskRun, step: RunStep, row: StepChanged): void {
  tellMove(run, step, row, 'resolved_manually', 'unknown', {});
}

/** The state machine's own event: the builder's payload plus from, to and when. */
function tellMove(
  run: TaskRun,
  step: RunStep,
  row: StepChanged,
  to: StepState,
  type: StepPayloadType,
  extra: JsonObject,
): void {
  const move = { from_state: row.from_state, to_state: to, transitioned_at: isoTime(run.now) };
  run.emit(stepTransitionEvent(row.from_state, to), payload(run, step, row, type, { ...extra, ...move }));
}

function payload(
  run: TaskRun,
  step: RunStep,
  row: StepChanged,
  type: StepPayloadType,
  context: JsonObject,
): JsonObject {
  return stepPayload(type, factsOf(run, step, row), isoTime(run.now), context);
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

function durationSince(run: TaskRun, startedAt: number): JsonObject {
  return { execution_duration: (run.now - startedAt) / 1_000 };
}
