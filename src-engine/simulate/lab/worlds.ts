/**
 * The worlds of a sandbox: the rows in `public` are the run that was started, every fork has a schema of its own, and one is
 * filled again and again with the moment that somebody looks at. All of them go with the next run that is started.
 */
import type { Database, Queryable } from '../../store/database.ts';
import { copyMoment, createWorld, dropWorlds, emptyWorld } from '../../store/calls/world-calls.ts';
import { inWorld } from '../../store/session.ts';
import type { PreparedSession } from '../session/run-session.ts';

const MOMENT = 'world_moment';
const TEST = 'world_test';
/** Where the rows of a run are that was started. */
export const FIRST_WORLD = 'public';

export class Worlds {
  readonly #db: Database;
  #count = 0;
  readonly #made = new Set<string>();
  /** What the world of moments holds. */
  #shown: { readonly run: number; readonly seq: number } | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The database itself, seen from no world. */
  get database(): Database {
    return this.#db;
  }

  /** A new schema for a run of its own, empty. */
  async add(): Promise<string> {
    this.#count += 1;
    const schema = `world_${this.#count}`;
    await createWorld(this.#db, schema);
    return schema;
  }

  async remove(schemas: readonly string[]): Promise<void> {
    await dropWorlds(this.#db, schemas);
  }

  /** An empty world that is used by one after another. */
  async forTest(): Promise<string> {
    if (!this.#made.has(TEST)) await this.#make(this.#db, TEST);
    else await emptyWorld(this.#db, TEST);
    return TEST;
  }

  /** Leaves nothing of what somebody put into the world for tests. */
  async clearTest(): Promise<void> {
    if (this.#made.has(TEST)) await emptyWorld(this.#db, TEST);
  }

  /** Reads the rows of a run as they were right after event `seq`, with the functions of its profile. */
  async at<T>(session: PreparedSession, seq: number, work: (tx: Queryable) => Promise<T>): Promise<T> {
    const { setup } = session.run.run;
    const world = inWorld(this.#db, { schema: MOMENT, functions: setup.profile.functions });
    try {
      return await world.transaction(async (tx) => {
        if (!this.#made.has(MOMENT)) await this.#make(tx, MOMENT);
        if (this.#shown?.run !== setup.runId || this.#shown.seq !== seq) {
          const versions = session.history.versions(setup.runId, seq);
          const from = session.schema ?? FIRST_WORLD;
          await copyMoment(tx, { from, to: MOMENT, task: setup.taskId, versions, goesOn: false });
          this.#shown = { run: setup.runId, seq };
        }
        return work(tx);
      });
    } catch (error) {
      // What the transaction had made went with it.
      this.#shown = null;
      this.#made.delete(MOMENT);
      throw error;
    }
  }

  async #make(db: Queryable, schema: string): Promise<void> {
    await dropWorlds(db, [schema]);
    await createWorld(db, schema);
    this.#made.add(schema);
  }
}
