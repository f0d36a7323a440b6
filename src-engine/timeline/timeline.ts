/**
 * A run over virtual time: of every step its attempts and what it waited for between them. Folded from the log alone, up to any
 * event of it. One thing no event tells: how long SQL keeps a failed step from its next attempt when nobody asked for a wait; those
 * times come beside the log, as SQL said them (`RetryTimes`). Without them such a wait counts as one for the queue. Pure.
 */
import type { LoggedEvent } from '../events/event.ts';

/**
 * `dependency`: for parents. `backoff`: for the time SQL allows the next attempt at. `batch`: ready, but a batch is under way that has
 * to end first. `concurrency`: found ready, but its slice has not begun. `reenqueue`: the task waits in the queue. `recovery`: left in
 * progress by a worker that died.
 */
export type WaitKind = 'dependency' | 'backoff' | 'batch' | 'concurrency' | 'reenqueue' | 'recovery';

/** How an attempt ended; `running` when it had not yet. */
export type AttemptEnd = 'complete' | 'error' | 'cancelled' | 'resolved_manually' | 'crashed' | 'running';

export type Bar = {
  readonly step: string;
  /** Virtual milliseconds since the start. */
  readonly fromMs: number;
  readonly toMs: number;
  /** 1 for the first; a wait has the one it comes before. */
  readonly attempt: number;
  /** `seq` of the event it ends with; of the one it began with while it has not ended. */
  readonly seq: number;
} & (
  | { readonly kind: 'attempt'; readonly end: AttemptEnd; readonly message: string | null }
  | { readonly kind: 'wait'; readonly wait: WaitKind }
);

export interface TimelineRow {
  readonly step: string;
  readonly bars: readonly Bar[];
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly endMs: number;
}

/** By step and number of the attempt: when it may begin, in virtual milliseconds since the start. */
export type RetryTimes = ReadonlyMap<string, ReadonlyMap<number, number>>;

export interface TimelineInput {
  readonly events: readonly LoggedEvent[];
  /** How many of the events count. */
  readonly count: number;
  readonly startedAt: string;
  /** Time of the moment that is shown, ISO-8601: bars that are open end there. */
  readonly now: string;
  /** In the order of the rows, with the names of their parents. */
  readonly steps: readonly { readonly name: string; readonly parents: readonly string[] }[];
  readonly retryTimes: RetryTimes;
}

interface Track {
  readonly bars: Bar[];
  state: string;
  /** Since when it has been in that state. */
  since: number;
  attempt: number;
  /** When it was found ready last; null since its last attempt. */
  foundAt: number | null;
  askedWaitUntil: number | null;
  doneAt: number | null;
  lastSeq: number;
}

/** When something was the case: of batches, and of the task in the queue. The last may be open. */
interface Stretch {
  readonly from: number;
  to: number;
}

const DONE = new Set(['complete', 'resolved_manually']);

export function timelineOf(input: TimelineInput): Timeline {
  const startMs = Date.parse(input.startedAt);
  const nowMs = Math.max(0, Date.parse(input.now) - startMs);
  const fold = new Fold(input);
  for (let index = 0; index < input.count; index += 1) {
    const event = input.events[index];
    if (event !== undefined) fold.add(event, Date.parse(event.at) - startMs);
  }
  return { rows: fold.rows(nowMs), endMs: Math.max(nowMs, fold.last) };
}

class Fold {
  readonly #input: TimelineInput;
  readonly #tracks = new Map<string, Track>();
  readonly #batches: Stretch[] = [];
  readonly #queued: Stretch[] = [{ from: 0, to: Infinity }];
  last = 0;

  constructor(input: TimelineInput) {
    this.#input = input;
    for (const { name } of input.steps) {
      this.#tracks.set(name, {
        bars: [],
        state: 'pending',
        since: 0,
        attempt: 0,
        foundAt: null,
        askedWaitUntil: null,
        doneAt: null,
        lastSeq: 1,
      });
    }
  }

  add(event: LoggedEvent, at: number): void {
    const { name, payload, seq } = event;
    this.last = at;
    if (name === 'workflow.steps_execution_started') this.#open(this.#batches, at);
    if (name === 'workflow.steps_execution_completed') close(this.#batches, at);
    if (name === 'workbench.worker_crashed') this.#crash(payload['step_names'], at, seq);
    if (name === 'workflow.viable_steps_discovered') this.#found(payload['step_names'], at);
    const { to_state: to, step_name: step } = payload;
    if (typeof to !== 'string' || payload['transition_event'] !== undefined) {
      if (name === 'observability.step.backoff') this.#askedWait(payload, at);
      return;
    }
    if (typeof step === 'string') this.#move(step, to, at, event);
    else if (to === 'in_progress') close(this.#queued, at);
    else if (to === 'pending') this.#open(this.#queued, at);
  }

  rows(nowMs: number): readonly TimelineRow[] {
    return this.#input.steps.map(({ name, parents }) => {
      const track = this.#tracks.get(name);
      return {
        step: name,
        bars: track === undefined ? [] : [...track.bars, ...this.#openBars(name, parents, track, nowMs)],
      };
    });
  }

  #openBars(step: string, parents: readonly string[], track: Track, nowMs: number): readonly Bar[] {
    const { state, since, attempt, lastSeq: seq } = track;
    const toMs = Math.max(nowMs, since);
    if (state === 'in_progress') {
      return [{ step, kind: 'attempt', end: 'running', message: null, fromMs: since, toMs, attempt, seq }];
    }
    if (state === 'crashed') {
      return [{ step, kind: 'wait', wait: 'recovery', fromMs: since, toMs, attempt, seq }];
    }
    if (state !== 'pending' && state !== 'error') return [];
    return this.#waits(step, parents, track, toMs, seq);
  }

  #move(step: string, to: string, at: number, { seq, payload }: LoggedEvent): void {
    const track = this.#tracks.get(step);
    // The shipped engine tells a move more than once.
    if (track === undefined || track.state === to) return;
    const parents = this.#input.steps.find(({ name }) => name === step)?.parents ?? [];
    const { since: fromMs, attempt } = track;
    if (track.state === 'in_progress') {
      const message = payload['error_message'];
      track.bars.push({
        step,
        kind: 'attempt',
        end: endOf(to),
        message: typeof message === 'string' ? message : null,
        fromMs,
        toMs: at,
        attempt,
        seq,
      });
    } else if (track.state === 'crashed') {
      track.bars.push({ step, kind: 'wait', wait: 'recovery', fromMs, toMs: at, attempt, seq });
    } else if (to === 'in_progress') {
      track.bars.push(...this.#waits(step, parents, track, at, seq));
    }
    const wasWaiting = track.state === 'error' && to === 'pending';
    if (to === 'in_progress') {
      track.attempt += 1;
      track.foundAt = null;
      track.askedWaitUntil = null;
    }
    if (DONE.has(to)) track.doneAt = at;
    track.state = to;
    track.lastSeq = seq;
    // On its way to the next attempt it goes on waiting.
    if (!wasWaiting) track.since = at;
  }

  /** What a step waited for until `to`, cut where one thing ended and another began. */
  #waits(step: string, parents: readonly string[], track: Track, to: number, seq: number): readonly Bar[] {
    const attempt = track.attempt + 1;
    const { since: from } = track;
    const bars: Bar[] = [];
    let at = from;
    const until = (end: number, wait: WaitKind): void => {
      const toMs = Math.min(Math.max(end, at), to);
      if (toMs > at) bars.push({ step, kind: 'wait', wait, fromMs: at, toMs, attempt, seq });
      at = toMs;
    };
    if (track.attempt === 0) until(this.#parentsDone(parents), 'dependency');
    else until(this.#input.retryTimes.get(step)?.get(attempt) ?? track.askedWaitUntil ?? at, 'backoff');
    const found = track.foundAt ?? Infinity;
    const batch = this.#batches.find((each) => each.from <= at && at < each.to && each.from < found);
    if (batch !== undefined) until(Math.min(batch.to, found), 'batch');
    const queued = this.#queued.some((each) => each.from < Math.min(found, to) && each.to > at);
    until(Math.min(found, to), queued ? 'reenqueue' : 'batch');
    until(to, 'concurrency');
    return bars;
  }

  #parentsDone(parents: readonly string[]): number {
    return Math.max(0, ...parents.map((name) => this.#tracks.get(name)?.doneAt ?? Infinity));
  }

  #found(names: unknown, at: number): void {
    if (!Array.isArray(names)) return;
    for (const name of names) {
      const track = typeof name === 'string' ? this.#tracks.get(name) : undefined;
      if (track !== undefined) track.foundAt = at;
    }
  }

  #askedWait(payload: LoggedEvent['payload'], at: number): void {
    const { step_name: step, backoff_seconds: seconds } = payload;
    const track = typeof step === 'string' ? this.#tracks.get(step) : undefined;
    if (track !== undefined && typeof seconds === 'number') track.askedWaitUntil = at + seconds * 1_000;
  }

  #crash(names: unknown, at: number, seq: number): void {
    close(this.#batches, at);
    if (!Array.isArray(names)) return;
    for (const step of names) {
      const track = typeof step === 'string' ? this.#tracks.get(step) : undefined;
      if (track?.state !== 'in_progress' || typeof step !== 'string') continue;
      const { since: fromMs, attempt } = track;
      track.bars.push({
        step,
        kind: 'attempt',
        end: 'crashed',
        message: null,
        fromMs,
        toMs: at,
        attempt,
        seq,
      });
      track.state = 'crashed';
      track.since = at;
      track.lastSeq = seq;
    }
  }

  #open(stretches: Stretch[], from: number): void {
    close(stretches, from);
    stretches.push({ from, to: Infinity });
  }
}

function close(stretches: readonly Stretch[], at: number): void {
  const last = stretches.at(-1);
  if (last?.to === Infinity) last.to = at;
}

function endOf(to: string): AttemptEnd {
  if (to === 'complete' || to === 'cancelled' || to === 'resolved_manually') return to;
  return 'error';
}
