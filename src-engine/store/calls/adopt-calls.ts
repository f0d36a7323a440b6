/** A task that was copied from elsewhere, written into a world: one thin typed call per SQL function. */
import type { Json, JsonObject } from '../../template/template.ts';
import type { Queryable } from '../database.ts';
import type { TemplateRows } from './workbench-calls.ts';

/** Of `at` and all other times: `YYYY-MM-DDTHH:MM:SS.mmm`, UTC. */
export interface AdoptedTransitionRow {
  readonly to_state: string;
  readonly from_state: string | null;
  readonly metadata: Json;
  readonly sort_key: number;
  readonly most_recent: boolean;
  readonly at: string;
}

export interface AdoptedRows {
  readonly template: TemplateRows;
  readonly task: JsonObject;
  readonly steps: readonly JsonObject[];
  readonly edges: readonly (readonly [number, number])[];
  readonly task_transitions: readonly AdoptedTransitionRow[];
  readonly step_transitions: readonly (AdoptedTransitionRow & { readonly step: number })[];
}

/** Makes functions that were read elsewhere; one that cannot be made is thrown with PostgreSQL's own words. */
export async function lendFunctions(db: Queryable, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await db.exec(statement);
}

/** @param db Seen from the world it is to be in. */
export async function adoptTaskRows(db: Queryable, rows: AdoptedRows): Promise<void> {
  await db.query('select workbench.adopt_task($1::jsonb)', [JSON.stringify(rows)]);
}

export interface AdoptedVersion {
  readonly seq: number;
  /** Null: of the task. */
  readonly step: number | null;
  readonly sort_key: number;
  readonly columns: JsonObject;
}

export async function adoptVersions(
  db: Queryable,
  run: number,
  versions: readonly AdoptedVersion[],
): Promise<void> {
  await db.query('select workbench.adopt_versions($1::bigint, $2::jsonb)', [run, JSON.stringify(versions)]);
}
