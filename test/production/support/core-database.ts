/** The successor's released database: a task for every state in which one may be found. */
import type { Database } from '../../../src-engine/store/database.ts';
import { CORE_READINESS, CORE_TABLES } from './sql/core-schema.ts';
import { grantRights } from './roles.ts';
import { createDatabase, type TestDatabase } from './tasker-database.ts';
import type { TestServer } from './server.ts';

export interface CoreDatabase extends TestDatabase {
  /** Ids by the state of the task. */
  readonly tasks: Readonly<Record<keyof typeof TASKS, string>>;
}

/** States of three steps in a row, under the state of their task. */
const TASKS = {
  pending: ['pending', 'pending', 'pending'],
  enqueuing_steps: ['pending', 'pending', 'pending'],
  steps_in_process: ['complete', 'in_progress', 'pending'],
  evaluating_results: ['complete', 'enqueued_for_orchestration', 'pending'],
  waiting_for_dependencies: ['complete', 'enqueued', 'pending'],
  waiting_for_retry: ['complete', 'waiting_for_retry', 'pending'],
  blocked_by_failures: ['complete', 'error', 'pending'],
  complete: ['complete', 'complete', 'complete'],
  error: ['complete', 'enqueued_as_error_for_orchestration', 'pending'],
  cancelled: ['complete', 'cancelled', 'cancelled'],
  resolved_manually: ['complete', 'resolved_manually', 'complete'],
} as const;

const STEPS = ['fetch_orders', 'check_orders', 'store_orders'] as const;

/** A database with nothing but the released successor. */
export async function coreReleased(server: TestServer): Promise<CoreDatabase> {
  const database = await createDatabase(server, { schema: 'tasker' });
  try {
    return { ...database, tasks: await installCore(database.db) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Puts schema `tasker` with its tasks into a database, also beside an install of Tasker; says the ids by state. */
export async function installCore(db: Database): Promise<CoreDatabase['tasks']> {
  await db.exec(`create schema if not exists tasker; ${CORE_TABLES} ${CORE_READINESS} ${CATALOG}`);
  const ids: [string, string][] = [];
  for (const [state, steps] of Object.entries(TASKS)) ids.push([state, await addCoreTask(db, state, steps)]);
  await grantRights(db, 'tasker');
  return Object.fromEntries(ids) as Record<keyof typeof TASKS, string>;
}

const CATALOG = `
  insert into tasker._sqlx_migrations values (20260110000001, 'schema');
  insert into tasker.task_namespaces (name) values ('orders');
  insert into tasker.named_tasks (task_namespace_uuid, name, version)
  select task_namespace_uuid, 'import_orders', '1.0.0' from tasker.task_namespaces;
  insert into tasker.named_steps (name) values ${STEPS.map((name) => `('${name}')`).join(', ')};
  insert into tasker.named_tasks_named_steps (named_task_uuid, named_step_uuid)
  select named_task_uuid, named_step_uuid from tasker.named_tasks, tasker.named_steps;`;

async function addCoreTask(db: Database, state: string, steps: readonly string[]): Promise<string> {
  const [task] = await db.query<{ id: string }>(
    `insert into tasker.tasks (named_task_uuid, complete, requested_at, context, identity_hash)
     select named_task_uuid, $1 = 'complete', now() at time zone 'UTC', '{"order": 1}', md5($1) from tasker.named_tasks
     returning task_uuid as id`,
    [state],
  );
  const id = task?.id ?? '';
  if (state !== 'pending') await addTransitions(db, 'task', id, ['initializing', state]);
  let parent: string | undefined;
  for (const [place, step] of steps.entries()) {
    const added = await addCoreStep(db, id, STEPS[place] ?? '', step);
    if (parent !== undefined) await db.query(EDGE, [parent, added]);
    parent = added;
  }
  return id;
}

const EDGE = `insert into tasker.workflow_step_edges (from_step_uuid, to_step_uuid, name) values ($1, $2, 'provides')`;

async function addCoreStep(db: Database, task: string, name: string, state: string): Promise<string> {
  const isDone = state === 'complete' || state === 'resolved_manually';
  const attempts = /complete|error|retry/.test(state) ? (state === 'error' ? 3 : 1) : 0;
  const [step] = await db.query<{ id: string }>(
    `insert into tasker.workflow_steps (task_uuid, named_step_uuid, processed, attempts, last_attempted_at,
       backoff_request_seconds, inputs, results)
     select $1, named_step_uuid, $3, $4::integer, case when $4 > 0 then now() at time zone 'UTC' end,
       case when $5 = 'waiting_for_retry' then 3600 end, '{}', '{}'
     from tasker.named_steps where name = $2 returning workflow_step_uuid as id`,
    [task, name, isDone, attempts, state],
  );
  const id = step?.id ?? '';
  if (state !== 'pending') {
    const way = state === 'enqueued' || state === 'cancelled' ? [state] : ['enqueued', 'in_progress', state];
    await addTransitions(db, 'workflow_step', id, [...new Set(way)]);
  }
  return id;
}

async function addTransitions(
  db: Database,
  owner: 'task' | 'workflow_step',
  id: string,
  states: readonly string[],
): Promise<void> {
  await db.query(
    `insert into tasker.${owner}_transitions (${owner}_uuid, to_state, from_state, sort_key, most_recent)
     select $1, s.state, coalesce(lag(s.state) over (order by s.place), 'pending'), s.place * 10,
       s.place = cardinality($2::text[])
     from unnest($2::text[]) with ordinality as s (state, place)`,
    [id, states],
  );
}
