/**
 * One run that people watch and control. The loop commits as much as the pace lets through, events are shown when the
 * virtual clock reaches them, and whoever asks is answered from the database. One commit may bring several events: what is
 * not to be seen yet is held back, so rows can be ahead of the shown log, and answers say which event they belong to.
 */
import { setImmediate } from 'node:timers/promises';
import type { LoggedEvent } from '../../events/event.ts';
import { isoTime } from '../../run/time/virtual-time.ts';
import type { LogFacts } from '../../store/calls/event-log.ts';
import { readEventSlice } from '../../store/calls/event-log.ts';
import type { Database } from '../../store/database.ts';
import type { Until } from '../../api/contract/lab-schemas.ts';
import type { CompiledBreakpoints } from '../lab/stopping/breakpoints.ts';
import type { Course } from '../lab/course.ts';
import type { RunHistory } from '../lab/run-history.ts';
import type { CommitBudget } from '../driver.ts';
import { drive } from '../driver.ts';
import type { PreparedRun, RunSource } from '../prepare-runs.ts';
import { readReport } from '../read-report.ts';
import type { SimulationReport } from '../report.ts';
import type { SimulationSettings } from '../settings.ts';
import { rejectedReport, reportHeader } from '../simulation-report.ts';
import { Changes } from './changes.ts';
import type { Leave, Speed, Tick } from './pace.ts';
import { Pace, RunStopped } from './pace.ts';
import type { SessionStatus, SessionView } from './session-view.ts';
import { ShownLog } from './shown-log.ts';
import { StopWatch } from './stop-watch.ts';

export interface SessionSource extends RunSource {
  readonly scenarioName: string | null;
  /** The text and environment the template was parsed from. */
  readonly text: string;
  readonly environment: string | undefined;
}

/** Where a run comes from. */
export interface Origin {
  readonly parent: string | null;
  /** Of the log so far: that of the parent up to the fork; absent for a run that was started. */
  readonly before?: LogFacts;
  /** Virtual time it goes on from; absent: that of the last event before it. */
  readonly atMs?: number;
  /** What the fork changed, a sentence each. */
  readonly changes: readonly string[];
}

export interface PreparedSession {
  readonly kind: 'prepared';
  /** The database seen from the run's world. */
  readonly db: Database;
  /** Schema of that world; null for the rows in `public`. */
  readonly schema: string | null;
  readonly run: PreparedRun;
  readonly course: Course;
  readonly history: RunHistory;
}

/** How far the preparation came: a task to run, a request that was refused, or a database that failed. */
export type SessionStart =
  | PreparedSession
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'broken'; readonly error: unknown };

export interface SessionOptions {
  readonly id: string;
  readonly source: SessionSource;
  readonly settings: SimulationSettings;
  readonly start: SessionStart;
  readonly origin: Origin;
  readonly breakpoints: () => CompiledBreakpoints;
  readonly speed: Speed;
  readonly paused: boolean;
  readonly tick: Tick;
}

/**
 * At full speed commits stay below a tenth of a second, in which no control would come through; when stepping, a commit
 * holds as little as it can.
 */
const BUDGETS: Readonly<Record<Leave, Omit<CommitBudget, 'untilMs'>>> = {
  all: { rounds: 50, events: 400 },
  clock: { rounds: 50, events: 500 },
  one: { rounds: 1, events: 1 },
};

export class RunSession {
  readonly id: string;
  readonly source: SessionSource;
  readonly start: SessionStart;
  readonly origin: Origin;
  readonly changes = new Changes();
  /** Resolves when the run is over, however it ended. */
  readonly ended: Promise<void>;
  readonly #settings: SimulationSettings;
  readonly #pace: Pace;
  readonly #log: ShownLog;
  readonly #stops: StopWatch;
  /** Whatever ends a step: the loop waits again, a control came, or the run is over. */
  readonly #rests = new Changes();
  #end: SessionStatus | null = null;
  #report: SimulationReport | null = null;
  #error: string | null = null;
  #isGone = false;
  #stepTarget = 0;
  #hit: string | null = null;

  constructor({ id, source, settings, start, origin, breakpoints, speed, paused, tick }: SessionOptions) {
    this.id = id;
    this.source = source;
    this.start = start;
    this.origin = origin;
    this.#settings = settings;
    this.#log = new ShownLog(origin.before);
    this.#stops = new StopWatch(breakpoints, settings.startMs);
    const onTick = (): void => this.changes.tell();
    const onRest = (): void => this.#rests.tell();
    const startMs = Math.max(
      settings.startMs,
      Date.parse(origin.before?.lastAt ?? '') || 0,
      origin.atMs ?? 0,
    );
    this.#pace = new Pace({ startMs, speed, paused, tick, onTick, onRest });
    this.ended = this.#live();
  }

  get view(): SessionView {
    const status = this.#status();
    return {
      run: this.id,
      status,
      speed: this.#pace.speed,
      startedAt: isoTime(this.#settings.startMs),
      now: isoTime(this.#pace.clock),
      events: this.#log.shown,
      outcome: this.#report?.outcome ?? null,
      reasons: [...(this.#report?.reasons ?? [])],
      error: this.#error,
      parent: this.origin.parent,
      forkedAfter: this.origin.before?.events ?? 0,
      changes: [...this.origin.changes],
      hit: this.#hit,
      ...reportHeader(this.source, this.#settings),
    };
  }

  get isOver(): boolean {
    return this.#end !== null;
  }

  /** Its rows were removed for a later run: nothing can be read any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Of a run that came to its end by itself; null before, and when it was stopped or failed. */
  get report(): SimulationReport | null {
    return this.#report;
  }

  /** Virtual milliseconds since 1970. */
  get clock(): number {
    return this.#pace.clock;
  }

  get settings(): SimulationSettings {
    return this.#settings;
  }

  /** Whether a worker died in it, as far as is known. */
  get hasCrashed(): boolean {
    return this.start.kind === 'prepared' && this.start.history.hasCrashed;
  }

  /** What is shown so far and what is committed beyond. */
  get log(): ShownLog {
    return this.#log;
  }

  pause(): void {
    this.#control(() => this.#pace.pause());
  }

  resume(): void {
    this.#control(() => this.#pace.resume());
  }

  setSpeed(speed: Speed): void {
    this.#control(() => this.#pace.setSpeed(speed));
  }

  /**
   * Resolves when one more event is shown and the loop waits for the next step; or when none will come, because the run is
   * over or goes on by itself.
   */
  async step(): Promise<void> {
    if (this.isOver) return;
    const target = Math.max(this.#stepTarget, this.#log.shown) + 1;
    this.#stepTarget = target;
    this.#control(() => this.#pace.step());
    while (!this.isOver && this.#pace.isPaused && !(this.#pace.isResting && this.#log.shown >= target)) {
      await this.#rests.after(this.#rests.version);
    }
  }

  /** Resolves when it rests where it was to go to, or at a breakpoint, or anywhere somebody paused it; or when it is over. */
  async advance(until: Until): Promise<void> {
    if (until.kind === 'event') return this.step();
    if (this.isOver) return;
    this.#control(() => this.#pace.rush());
    this.#stops.goUntil(until);
    while (!this.isOver && !(this.#pace.isPaused && this.#pace.isResting)) {
      await this.#rests.after(this.#rests.version);
    }
  }

  /** Ends it for good, between two commits; resolves when it is over. */
  async stop(): Promise<void> {
    this.#control(() => this.#pace.stop());
    await this.ended;
  }

  /** Called before the rows are removed, once it is over. */
  leave(): void {
    this.#isGone = true;
    this.changes.tell();
  }

  /** Events `after` + 1 … `upTo`, never more than are shown; nothing of a run that is gone. */
  async readEvents(after: number, upTo: number): Promise<readonly LoggedEvent[]> {
    const last = Math.min(upTo, this.#log.shown);
    if (this.#isGone || last <= after) return [];
    if (this.start.kind === 'refused') return this.#rejected().events.slice(after, last);
    if (this.start.kind === 'broken') return [];
    const events = await this.#readLog(this.start, after, last);
    // The ids may belong to another run by now; leave() is called before that happens.
    return this.isGone ? [] : events;
  }

  /** The events of a fork lie where they were written: with those it came from, then with itself. */
  async #readLog(
    { db, run, history }: PreparedSession,
    after: number,
    last: number,
  ): Promise<readonly LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    let from = after;
    for (const each of [...history.ancestors, { run: run.run.setup.runId, last }]) {
      const to = Math.min(each.last, last);
      if (to <= from) continue;
      events.push(...(await readEventSlice(db, each.run, from, to)));
      from = to;
    }
    return events;
  }

  #status(): SessionStatus {
    if (this.#end !== null) return this.#end;
    return this.#pace.isPaused ? 'paused' : 'running';
  }

  #control(change: () => void): void {
    if (this.isOver) return;
    change();
    this.#hit = null;
    this.#stops.goUntil(null);
    this.#stepTarget = this.#pace.isPaused ? this.#stepTarget : 0;
    this.changes.tell();
    this.#rests.tell();
  }

  async #live(): Promise<void> {
    try {
      // Whoever starts a run gets its first view before anything happens.
      await setImmediate();
      this.#report = await this.#run();
      this.#over('finished');
    } catch (error) {
      if (error instanceof RunStopped) return this.#over('stopped');
      this.#error = error instanceof Error ? error.message : String(error);
      this.#over('failed');
    }
  }

  #over(status: SessionStatus): void {
    this.#end = status;
    this.changes.tell();
    this.#rests.tell();
  }

  async #run(): Promise<SimulationReport> {
    const { start } = this;
    if (start.kind === 'broken') throw start.error;
    if (start.kind === 'refused') {
      const { report, events } = this.#rejected();
      this.#log.committed(events);
      await this.#showHeld();
      return report;
    }
    const { db, run, history } = start;
    run.run.horizon = this.#pace.horizon;
    const [end] = await drive(db, [run], {
      beforeCommit: (upcomingMs) => this.#beforeCommit(upcomingMs, run),
      onEvents: (events) => this.#log.committed(events),
      onRound: (tx, round) => history.onRound(tx, round),
    });
    await this.#showHeld();
    const { source: options } = this;
    const input = { options, settings: this.#settings, run: run.run, end: end ?? null };
    return readReport(db, input, this.#log.facts);
  }

  async #beforeCommit(upcomingMs: number, { run }: PreparedRun): Promise<CommitBudget> {
    await this.#showHeld();
    const leave = await this.#pace.reach(Math.min(upcomingMs, run.now));
    run.horizon = this.#pace.horizon;
    return { ...BUDGETS[leave], untilMs: leave === 'clock' ? this.#pace.clock : Infinity };
  }

  /** Shows what is held back, each event when its time has come. */
  async #showHeld(): Promise<void> {
    for (let [next] = this.#log.held; next !== undefined; [next] = this.#log.held) {
      const leave = await this.#pace.reach(Date.parse(next.at));
      const due = this.#log.due(leave, this.#pace.clock);
      const stop = this.#stops.look(this.#log.held.slice(0, due));
      const count = stop?.count ?? due;
      if (count > 0) this.#pace.shown(this.#log.show(count), leave);
      if (stop !== null) this.#rest(stop.breakpoint);
      this.changes.tell();
    }
  }

  #rest(breakpoint: string | null): void {
    this.#pace.pause();
    this.#stops.goUntil(null);
    this.#hit = breakpoint;
  }

  #rejected(): ReturnType<typeof rejectedReport> {
    const reasons = this.start.kind === 'refused' ? this.start.reasons : [];
    return rejectedReport(this.source, this.#settings, reasons);
  }
}
