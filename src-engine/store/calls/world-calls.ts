/** Worlds and the versions of rows: one thin typed call per SQL function. */
import type { Queryable } from '../database.ts';

/** A run whose versions count, up to an event. */
export interface VersionsOf {
  readonly run: number;
  readonly last: number;
}

export interface Moment {
  /** Schema of the world the task is in now; `public` for the first. */
  readonly from: string;
  /** Schema of the world that is filled; what was in it goes. */
  readonly to: string;
  readonly task: number;
  /** The runs a fork came from before itself, each up to where it was left. */
  readonly versions: readonly VersionsOf[];
  /** Whether the task is to go on there. */
  readonly goesOn: boolean;
}

/** Moves the clock of the transaction to `at` (`YYYY-MM-DD HH:MM:SS.mmm`, UTC). */
export async function setClock(tx: Queryable, at: string): Promise<void> {
  await tx.query("select set_config('workbench.now', $1 || '+00', true)", [at]);
}

export async function createWorld(db: Queryable, schema: string): Promise<void> {
  await db.query('select workbench.create_world($1)', [schema]);
}

export async function emptyWorld(db: Queryable, schema: string): Promise<void> {
  await db.query('select workbench.empty_world($1)', [schema]);
}

export async function dropWorlds(db: Queryable, schemas: readonly string[]): Promise<void> {
  await db.query('select workbench.drop_worlds($1::text[])', [schemas]);
}

export async function copyMoment(db: Queryable, moment: Moment): Promise<void> {
  const { from, to, task, versions, goesOn } = moment;
  await db.query('select workbench.copy_moment($1, $2, $3::bigint, $4::bigint[], $5::int[], $6::boolean)', [
    from,
    to,
    task,
    versions.map(({ run }) => run),
    versions.map(({ last }) => last),
    goesOn,
  ]);
}

/** A step that changed, and the event that tells of it. */
export interface ChangedStep {
  readonly step: number;
  readonly seq: number;
}

export async function keepStepVersions(
  db: Queryable,
  run: number,
  changed: readonly ChangedStep[],
): Promise<void> {
  await db.query('select workbench.keep_step_versions($1::bigint, $2::bigint[], $3::int[])', [
    run,
    changed.map(({ step }) => step),
    changed.map(({ seq }) => seq),
  ]);
}

export async function keepTaskVersion(db: Queryable, run: number, task: number, seq: number): Promise<void> {
  await db.query('select workbench.keep_task_version($1::bigint, $2::bigint, $3::int)', [run, task, seq]);
}
