/**
 * The run that was started, and those that came of it. Starting one ends them all and removes their rows, so that ids begin at 1
 * again and the log is, byte for byte, that of every other run with the same template, scenario, seed and profile.
 */
import { setTimeout } from 'node:timers/promises';
import type { Breakpoint, BreakpointProblem } from '../../api/contract/lab-schemas.ts';
import { resetSandbox } from '../../store/calls/workbench-calls.ts';
import type { Database } from '../../store/database.ts';
import { inWorld } from '../../store/session.ts';
import { compileBreakpoints, NO_BREAKPOINTS } from '../lab/stopping/breakpoints.ts';
import type { CompiledBreakpoints } from '../lab/stopping/breakpoints.ts';
import type { AdoptOptions } from '../adopt/adopt-session.ts';
import { adoptSession } from '../adopt/adopt-session.ts';
import { beginSession } from '../lab/begin-session.ts';
import { forkSession } from '../lab/fork-session.ts';
import type { ForkRequest } from '../lab/fork-session.ts';
import { Worlds } from '../lab/worlds.ts';
import type { ProfileName } from '../scenario.ts';
import type { SimulationSettings } from '../settings.ts';
import { simulationSettings } from '../settings.ts';
import type { DatabaseHolder } from './database-holder.ts';
import type { Speed, Tick } from './pace.ts';
import type { Origin, SessionSource, SessionStart } from './run-session.ts';
import { RunSession } from './run-session.ts';

export interface RunRequest {
  readonly source: SessionSource;
  readonly seed?: number | undefined;
  readonly profile?: ProfileName | undefined;
  readonly speed: Speed;
  readonly paused: boolean;
}

export interface RunDeskOptions {
  readonly databases: DatabaseHolder;
  /** Makes run ids differ from those of an engine that was there before; chosen by the host. */
  readonly nonce: string;
  /** Default: waits in real time. */
  readonly tick?: Tick;
}

interface Pacing {
  readonly speed: Speed;
  readonly paused: boolean;
}

export class RunDesk {
  readonly #options: RunDeskOptions;
  #current: RunSession | null = null;
  /** In the order in which they were made. */
  readonly #sessions = new Map<string, RunSession>();
  #count = 0;
  #breakpoints: CompiledBreakpoints = NO_BREAKPOINTS;
  /** One thing is made or removed at a time. */
  #lastChange: Promise<unknown> = Promise.resolve();
  /** Databases that an earlier run has left rows in; a new one is empty. */
  readonly #used = new WeakSet<Database>();
  #worlds: { readonly db: Database; readonly of: Worlds } | null = null;

  constructor(options: RunDeskOptions) {
    this.#options = options;
  }

  /** The run that was made last. */
  get current(): RunSession | null {
    return this.#current;
  }

  get sessions(): readonly RunSession[] {
    return [...this.#sessions.values()];
  }

  /** The run of that id; null when it is gone. */
  find(id: string): RunSession | null {
    return this.#sessions.get(id) ?? null;
  }

  /** Holds for every run, those under way included. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): readonly BreakpointProblem[] {
    this.#breakpoints = compileBreakpoints(breakpoints);
    return this.#breakpoints.problems;
  }

  get breakpoints(): CompiledBreakpoints {
    return this.#breakpoints;
  }

  /** Never rejects for trouble with the database: that is told by a run that failed, and the next start tries anew. */
  start(request: RunRequest): Promise<RunSession> {
    return this.inTurn(() => this.#replace(request));
  }

  /** Another run out of this one. Rejects with a `ForkRefused` where there is nothing to fork. */
  fork(parent: RunSession, request: ForkRequest & Pacing): Promise<RunSession> {
    return this.inTurn(async () => {
      const worlds = await this.worlds();
      const { start, settings, source, origin } = await forkSession(parent, request, worlds);
      return this.#add(source, settings, start, origin, request);
    });
  }

  /** Takes over a task that was copied from elsewhere, in place of every run there is; it stands at its moment, paused. */
  adopt(options: AdoptOptions): Promise<RunSession> {
    return this.inTurn(async () => {
      for (const session of this.sessions) await this.#leave(session);
      const database = await this.#emptyDatabase();
      this.#worlds = { db: database, of: new Worlds(database) };
      const db = inWorld(database, { schema: null, functions: options.settings.profile.functions });
      const { start, origin } = await adoptSession(db, options);
      return this.#add(options.source, options.settings, start, origin, { speed: 1, paused: true });
    });
  }

  /** The same from the start under a profile of its own, beside the one that is there. */
  beside(run: RunSession, profile: ProfileName, pacing: Pacing): Promise<RunSession> {
    return this.inTurn(async () => {
      const { source } = run;
      const settings = simulationSettings(source.template, source.scenario, {
        seed: run.settings.seed,
        profile,
      });
      const worlds = await this.worlds();
      const schema = await worlds.add();
      const db = inWorld(await this.#options.databases.get(), { schema, functions: profile });
      const start = await beginSession(db, schema, source, settings);
      const changes = [`The same from the start under ${profile}.`];
      return this.#add(source, settings, start, { parent: run.id, changes }, pacing);
    });
  }

  /** Ends a run that came of another, and those that came of it, and forgets them. */
  drop(run: RunSession): Promise<void> {
    return this.inTurn(async () => {
      const gone = [run];
      for (const each of this.sessions) if (gone.some(({ id }) => id === each.origin.parent)) gone.push(each);
      for (const each of gone) await this.#leave(each);
      const schemas = gone.flatMap(({ start }) => (start.kind === 'prepared' ? (start.schema ?? []) : []));
      if (schemas.length > 0) await (await this.worlds()).remove(schemas);
      if (gone.includes(this.#current ?? run)) this.#current = this.find(run.origin.parent ?? '');
    });
  }

  /** The worlds of the database that is open. */
  async worlds(): Promise<Worlds> {
    const db = await this.#options.databases.get();
    if (this.#worlds?.db !== db) this.#worlds = { db, of: new Worlds(db) };
    return this.#worlds.of;
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    await this.#lastChange;
    await Promise.all(this.sessions.map((session) => session.stop()));
  }

  /** Runs work that makes worlds or removes them when nobody else does. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastChange.then(work);
    this.#lastChange = done.catch(() => {});
    return done;
  }

  async #replace({ source, speed, paused, ...options }: RunRequest): Promise<RunSession> {
    const settings = simulationSettings(source.template, source.scenario, options);
    for (const session of this.sessions) await this.#leave(session);
    const start = await this.#prepare(source, settings);
    return this.#add(source, settings, start, { parent: null, changes: [] }, { speed, paused });
  }

  async #leave(session: RunSession): Promise<void> {
    await session.stop();
    session.leave();
    this.#sessions.delete(session.id);
  }

  #add(
    source: SessionSource,
    settings: SimulationSettings,
    start: SessionStart,
    origin: Origin,
    { speed, paused }: Pacing,
  ): RunSession {
    this.#count += 1;
    const id = `${this.#options.nonce}-${this.#count}`;
    const tick: Tick = this.#options.tick ?? ((ms, signal) => setTimeout(ms, undefined, { signal }));
    const breakpoints = (): CompiledBreakpoints => this.#breakpoints;
    const session = new RunSession({ id, source, settings, start, origin, breakpoints, speed, paused, tick });
    this.#sessions.set(id, session);
    this.#current = session;
    return session;
  }

  async #prepare(source: SessionSource, settings: SimulationSettings): Promise<SessionStart> {
    try {
      const database = await this.#emptyDatabase();
      this.#worlds = { db: database, of: new Worlds(database) };
      const db = inWorld(database, { schema: null, functions: settings.profile.functions });
      return await beginSession(db, null, source, settings);
    } catch (error) {
      return { kind: 'broken', error };
    }
  }

  /** A database in which the last run failed may be broken for good: then another one is opened. */
  async #emptyDatabase(): Promise<Database> {
    const { databases } = this.#options;
    const db = await databases.get();
    if (await this.#isEmptied(db)) return db;
    await databases.discard();
    const another = await databases.get();
    this.#used.add(another);
    return another;
  }

  async #isEmptied(db: Database): Promise<boolean> {
    try {
      if (this.#used.has(db)) await resetSandbox(db);
      this.#used.add(db);
      return true;
    } catch {
      return false;
    }
  }
}
