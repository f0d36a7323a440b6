/**
 * One run at a time: starting one ends the one before and removes its rows, so that ids begin at 1 again and the log is,
 * byte for byte, that of every other run with the same template, scenario, seed and profile.
 */
import { setTimeout } from 'node:timers/promises';
import { resetSandbox } from '../../store/calls/workbench-calls.ts';
import type { Database } from '../../store/database.ts';
import { prepareRuns } from '../prepare-runs.ts';
import type { ProfileName } from '../scenario.ts';
import type { SimulationSettings } from '../settings.ts';
import { simulationSettings } from '../settings.ts';
import type { DatabaseHolder } from './database-holder.ts';
import type { Speed, Tick } from './pace.ts';
import type { SessionSource, SessionStart } from './run-session.ts';
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

export class RunDesk {
  readonly #options: RunDeskOptions;
  #current: RunSession | null = null;
  #count = 0;
  #lastStart: Promise<unknown> = Promise.resolve();
  /** Databases that an earlier run has left rows in; a new one is empty. */
  readonly #used = new WeakSet<Database>();

  constructor(options: RunDeskOptions) {
    this.#options = options;
  }

  /** The run that was started last. */
  get current(): RunSession | null {
    return this.#current;
  }

  /** The run of that id; null when a later one took its place. */
  find(id: string): RunSession | null {
    return this.#current?.id === id ? this.#current : null;
  }

  /** Never rejects for trouble with the database: that is told by a run that failed, and the next start tries anew. */
  start(request: RunRequest): Promise<RunSession> {
    const started = this.#lastStart.then(() => this.#replace(request));
    this.#lastStart = started.catch(() => {});
    return started;
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    await this.#lastStart;
    await this.#current?.stop();
  }

  async #replace({ source, speed, paused, ...options }: RunRequest): Promise<RunSession> {
    const settings = simulationSettings(source.template, source.scenario, options);
    const before = this.#current;
    await before?.stop();
    before?.leave();
    const start = await this.#prepare(source, settings);
    this.#count += 1;
    const id = `${this.#options.nonce}-${this.#count}`;
    const tick: Tick = this.#options.tick ?? ((ms, signal) => setTimeout(ms, undefined, { signal }));
    const session = new RunSession({ id, source, settings, start, speed, paused, tick });
    this.#current = session;
    return session;
  }

  async #prepare(source: SessionSource, settings: SimulationSettings): Promise<SessionStart> {
    try {
      const db = await this.#emptyDatabase();
      const prepared = await prepareRuns(db, source, settings, 1);
      if (prepared.kind === 'refused') return prepared;
      const [run] = prepared.runs;
      if (run === undefined) throw new Error('a task was created without a run');
      return { kind: 'prepared', db, run };
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
