/** Single tasks, written exactly as a test wants them, into a database like the one in production. */
import type { Database } from '../../../src-engine/store/database.ts';
import { insertTask, type TaskRows, type TaskSpec } from '../../support/tasker-rows.ts';

/**
 * As everywhere in tests: states and times in seconds ago, parents by name, also twice or in a circle; a state may be any
 * word, and without one there is no transition. Plus what is worth reading in production.
 */
export interface ExactTask extends TaskSpec {
  readonly context?: unknown;
  readonly tags?: unknown;
  readonly initiator?: string;
  readonly sourceSystem?: string;
  readonly reason?: string;
  /** What steps left, by name. */
  readonly results?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Writes one task and says under which ids. */
export async function addTask(db: Database, spec: ExactTask): Promise<TaskRows> {
  return db.transaction(async (tx) => {
    const rows = await insertTask(tx, spec);
    await tx.query(
      `update tasker_tasks set context = coalesce($2::jsonb, context), tags = $3::jsonb, initiator = $4,
         source_system = $5, reason = $6, complete = $7 where task_id = $1`,
      [
        rows.taskId,
        jsonOf(spec.context),
        jsonOf(spec.tags),
        spec.initiator ?? null,
        spec.sourceSystem ?? null,
        spec.reason ?? null,
        (spec.history?.at(-1)?.to ?? spec.state) === 'complete',
      ],
    );
    for (const [step, value] of Object.entries(spec.results ?? {}))
      await tx.query(RESULTS, [rows.id(step), jsonOf(value)]);
    for (const [step, value] of Object.entries(spec.inputs ?? {}))
      await tx.query(INPUTS, [rows.id(step), jsonOf(value)]);
    return rows;
  });
}

const RESULTS = 'update tasker_workflow_steps set results = $2::jsonb where workflow_step_id = $1';
const INPUTS = 'update tasker_workflow_steps set inputs = $2::jsonb where workflow_step_id = $1';

/** A context whose JSON text has at least this many characters, and that does not compress to nothing. */
export function bigContext(characters = 1_000_000): {
  readonly note: string;
  readonly words: readonly string[];
} {
  const words = Array.from(
    { length: Math.ceil(characters / 15) },
    (_, n) => `word ${((n * 7919) % 99991) + 1e6}`,
  );
  return { note: 'large', words };
}

/**
 * A task in progress with one first step, many that wait for it, and a last one that waits for all of them. The first and
 * every third of the many are complete.
 */
export async function addWideTask(db: Database, steps = 1000): Promise<TaskRows> {
  const names = ['first', ...Array.from({ length: steps - 2 }, (_, n) => `part_${n + 1}`), 'last'];
  const none: readonly string[] = [];
  const rows = await insertTask(db, {
    name: 'wide_workflow',
    parents: Object.fromEntries(names.map((name) => [name, none])),
    steps: { first: { state: 'complete', ago: 500 } },
    state: 'in_progress',
    created: 600,
  });
  const [first = 0, ...rest] = rows.ids;
  const parts = rest.slice(0, -1);
  const last = rest.at(-1) ?? 0;
  await db.query(
    `insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
     select e.parent, e.child, 'provides', now() at time zone 'UTC', now() at time zone 'UTC'
     from unnest($1::bigint[], $2::bigint[]) as e (parent, child)`,
    [
      [...parts.map(() => first), ...parts],
      [...parts, ...parts.map(() => last)],
    ],
  );
  await db.query(
    `with done as (
       insert into tasker_workflow_step_transitions (workflow_step_id, to_state, from_state, sort_key, most_recent,
         created_at, updated_at)
       select id, 'complete', 'pending', 10, true, at, at
       from unnest($1::bigint[]) id, (select now() at time zone 'UTC' - interval '300 seconds' as at) made
       returning workflow_step_id)
     update tasker_workflow_steps set processed = true, attempts = 1
     where workflow_step_id in (select workflow_step_id from done)`,
    [parts.filter((_, index) => index % 3 === 0)],
  );
  return rows;
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
