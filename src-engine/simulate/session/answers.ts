/** What is answered about the task of a run and its steps while it goes: one reading of the rows, said in words. */
import { explainTask } from '../../inspect/task-words.ts';
import { blockingReason } from '../../inspect/readiness-row.ts';
import { fromSqlTime, isoTime, sqlTime } from '../../run/time/virtual-time.ts';
import { lastEvent } from '../../store/calls/event-log.ts';
import type { StepSnapshot, TaskSnapshot, TransitionRow } from '../../store/calls/task-snapshot.ts';
import { taskSnapshot } from '../../store/calls/task-snapshot.ts';
import { stepWords } from '../reasons.ts';
import type { RunSession } from './run-session.ts';

/** The rows right after event `seq`, read as of the virtual time `nowMs`. */
interface Reading {
  readonly seq: number;
  readonly nowMs: number;
  readonly snapshot: TaskSnapshot;
  readonly words: (step: StepSnapshot) => string;
}

/** Null when there is no task: the request was refused, the database failed, or the rows are gone. */
async function read(session: RunSession): Promise<Reading | null> {
  if (session.start.kind !== 'prepared' || session.isGone) return null;
  const { db, run } = session.start;
  const { runId, taskId } = run.run.setup;
  const reading = await db.transaction(async (tx) => {
    const last = await lastEvent(tx, runId);
    // Rows can be ahead of the clock; seen from before their last event they would contradict themselves.
    const nowMs = Math.max(session.clock, last === null ? 0 : fromSqlTime(last.at));
    return { seq: last?.seq ?? 0, nowMs, snapshot: await taskSnapshot(tx, taskId, sqlTime(nowMs)) };
  });
  const { snapshot, nowMs } = reading;
  if (snapshot === null || session.isGone) return null;
  const underWay = session.isOver ? undefined : { isRunning: (id: number) => run.run.running.has(id) };
  return { ...reading, snapshot, words: stepWords(snapshot, nowMs, underWay) };
}

/** Steps in the order of the template; `names` leaves out all others. */
export async function answerReadiness(session: RunSession, names: readonly string[] | undefined) {
  const reading = await read(session);
  if (reading === null) return { seq: session.view.events, now: isoTime(session.clock), steps: [] };
  const wanted = names === undefined ? undefined : new Set(names);
  const steps = reading.snapshot.steps
    .filter(({ readiness }) => wanted?.has(readiness.name) ?? true)
    .map((step) => stepAnswer(step, reading.words(step)));
  return { seq: reading.seq, now: isoTime(reading.nowMs), steps };
}

function stepAnswer(step: StepSnapshot, words: string) {
  const { readiness } = step;
  return {
    name: readiness.name,
    current_state: readiness.current_state,
    dependencies_satisfied: readiness.dependencies_satisfied,
    retry_eligible: readiness.retry_eligible,
    ready_for_execution: readiness.ready_for_execution,
    last_failure_at: isoOrNull(readiness.last_failure_at),
    next_retry_at: isoOrNull(readiness.next_retry_at),
    last_attempted_at: isoOrNull(readiness.last_attempted_at),
    total_parents: readiness.total_parents,
    completed_parents: readiness.completed_parents,
    attempts: readiness.attempts,
    retry_limit: readiness.retry_limit,
    backoff_request_seconds: readiness.backoff_request_seconds,
    processed: step.processed,
    retryable: step.retryable,
    in_process: step.in_process,
    results: step.results,
    transitions: step.transitions.map(transitionAnswer),
    blocking_reason: blockingReason(readiness),
    words,
  };
}

/** Null when there is no task. */
export async function answerTask(session: RunSession) {
  const reading = await read(session);
  if (reading === null) return null;
  const { snapshot, words } = reading;
  const { context } = snapshot;
  const explained = snapshot.steps.map((step) => ({
    name: step.readiness.name,
    state: step.readiness.current_state,
    ready: step.readiness.ready_for_execution,
    words: words(step),
  }));
  return {
    seq: reading.seq,
    now: isoTime(reading.nowMs),
    task_id: snapshot.task_id,
    state: snapshot.transitions.at(-1)?.to ?? 'pending',
    execution_status: context.execution_status,
    recommended_action: context.recommended_action,
    health_status: context.health_status,
    completion_percentage: context.completion_percentage,
    total_steps: context.total_steps,
    pending_steps: context.pending_steps,
    in_progress_steps: context.in_progress_steps,
    completed_steps: context.completed_steps,
    failed_steps: context.failed_steps,
    ready_steps: context.ready_steps,
    transitions: snapshot.transitions.map(transitionAnswer),
    words: explainTask(context, explained),
    remedies: [],
  };
}

function transitionAnswer({ to, at }: TransitionRow<string>) {
  return { to, at: isoTime(fromSqlTime(at)) };
}

function isoOrNull(time: string | null): string | null {
  return time === null ? null : isoTime(fromSqlTime(time));
}
