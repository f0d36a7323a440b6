/** What is answered about the task of a run and its steps while it goes: one reading of the rows, said in words. */
import { explainTask } from '../../inspect/task-words.ts';
import { blockingReason } from '../../inspect/readiness-row.ts';
import { fromSqlTime, isoTime, sqlTime } from '../../run/time/virtual-time.ts';
import { lastEvent } from '../../store/calls/event-log.ts';
import type { StepSnapshot, TaskSnapshot, TransitionRow } from '../../store/calls/task-snapshot.ts';
import { taskSnapshot } from '../../store/calls/task-snapshot.ts';
import { remediesOf } from '../lab/remedies.ts';
import type { Worlds } from '../lab/worlds.ts';
import type { UnderWay } from '../reasons.ts';
import { stepWords } from '../reasons.ts';
import { lostSteps } from './lost-steps.ts';
import type { PreparedSession, RunSession } from './run-session.ts';

/** The rows right after event `seq`, read as of the virtual time `nowMs`. */
interface Reading {
  readonly seq: number;
  readonly nowMs: number;
  readonly snapshot: TaskSnapshot;
  readonly words: (step: StepSnapshot) => string;
  /** Whether nobody is at a step in progress any more. */
  readonly isLost: (stepId: number) => boolean;
}

/** `after`: the event that is looked at; undefined: the last one that is shown. */
export interface Looked {
  readonly session: RunSession;
  readonly worlds: Worlds;
  readonly after: number | undefined;
}

/** Null when there is no task: the request was refused, the database failed, or the rows are gone. */
async function read(looked: Looked): Promise<Reading | null> {
  const { session } = looked;
  if (session.start.kind !== 'prepared' || session.isGone) return null;
  const reading = isOfThePast(looked)
    ? await readPastOnce(looked, session.start)
    : await readNow(session, session.start);
  return reading.snapshot === null || session.isGone ? null : { ...reading, snapshot: reading.snapshot };
}

type Read = Omit<Reading, 'snapshot'> & { readonly snapshot: TaskSnapshot | null };

/**
 * Rows can be ahead of what is shown. While a run goes by itself that hardly matters, and going back would slow it; a person
 * who looks at one event is to see the rows of that event.
 */
export function isOfThePast({ session, after }: Looked): boolean {
  const { events } = session.log.facts;
  if (after !== undefined) return after < events;
  return session.view.status !== 'running' && session.log.shown < events;
}

async function readNow(session: RunSession, { db, run }: PreparedSession): Promise<Read> {
  const { runId, taskId } = run.run.setup;
  const reading = await db.transaction(async (tx) => {
    const last = await lastEvent(tx, runId);
    // Rows can be ahead of the clock; seen from before their last event they would contradict themselves.
    const nowMs = Math.max(session.clock, last === null ? 0 : fromSqlTime(last.at));
    const seq = last?.seq ?? session.log.facts.events;
    return { seq, nowMs, snapshot: await taskSnapshot(tx, taskId, sqlTime(nowMs)) };
  });
  const underWay = session.isOver ? undefined : { isRunning: (id: number) => run.run.running.has(id) };
  return withWords(reading, underWay);
}

/** The moment of each run that was read last. What is past stays as it is, and whoever goes there asks for more than one thing. */
const lastPast = new WeakMap<RunSession, { readonly seq: number; readonly read: Promise<Read> }>();

function readPastOnce(looked: Looked, start: PreparedSession): Promise<Read> {
  const { session, after } = looked;
  const seq = after ?? session.log.shown;
  const known = lastPast.get(session);
  if (known?.seq === seq) return known.read;
  const read = readPast(looked, start);
  lastPast.set(session, { seq, read });
  read.catch(() => {
    if (lastPast.get(session)?.read === read) lastPast.delete(session);
  });
  return read;
}

async function readPast({ session, worlds, after }: Looked, start: PreparedSession): Promise<Read> {
  const seq = after ?? session.log.shown;
  const nowMs = await timeOf(session, seq);
  const { taskId } = start.run.run.setup;
  const snapshot = await worlds.at(start, seq, (tx) => taskSnapshot(tx, taskId, sqlTime(nowMs)));
  // Then the run was under way, and a step in progress had its worker unless that one had died.
  const lost = await lostSteps(session, seq);
  return withWords(
    { seq, nowMs, snapshot },
    { isRunning: (id) => !lost.has(start.run.run.step(id).template.name) },
  );
}

function withWords(
  {
    seq,
    nowMs,
    snapshot,
  }: { readonly seq: number; readonly nowMs: number; readonly snapshot: TaskSnapshot | null },
  underWay: UnderWay | undefined,
): Read {
  const words = snapshot === null ? () => '' : stepWords(snapshot, nowMs, underWay);
  return { seq, nowMs, snapshot, words, isLost: (id) => underWay?.isRunning(id) !== true };
}

/** Virtual milliseconds since 1970. */
export async function timeOf(session: RunSession, seq: number): Promise<number> {
  const [event] = await session.readEvents(seq - 1, seq);
  return event === undefined ? session.settings.startMs : Date.parse(event.at);
}

/** Steps in the order of the template; `names` leaves out all others. */
export async function answerReadiness(looked: Looked, names: readonly string[] | undefined) {
  const { session } = looked;
  const reading = await read(looked);
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
export async function answerTask(looked: Looked) {
  const reading = await read(looked);
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
    remedies: remediesOf(snapshot, reading.isLost),
  };
}

function transitionAnswer({ to, at }: TransitionRow<string>) {
  return { to, at: isoTime(fromSqlTime(at)) };
}

function isoOrNull(time: string | null): string | null {
  return time === null ? null : isoTime(fromSqlTime(time));
}
