/** Tasks for measuring, inserted set-wise: layers with three parents a step, fully connected layers, small chains. */
import type { Queryable } from '../../src-engine/store/database.ts';

const TIMES = `now() at time zone 'UTC', now() at time zone 'UTC'`;

/** The catalogue rows all measured tasks share: one named task and 200 named steps. */
export async function insertCatalogue(db: Queryable): Promise<void> {
  await db.exec(`
    insert into tasker_dependent_systems (name, created_at, updated_at) values ('bench', ${TIMES});
    insert into tasker_named_steps (dependent_system_id, name, created_at, updated_at)
    select 1, 'step_' || n, ${TIMES} from generate_series(1, 200) n;
    insert into tasker_named_tasks (name, created_at, updated_at) values ('bench', ${TIMES})`);
}

/** `count` tasks of eight steps in a row; returns the id of the first. */
export async function insertChains(db: Queryable, count: number): Promise<number> {
  const first = await insertTasks(db, count);
  await db.query(
    `with steps as (
       insert into tasker_workflow_steps (task_id, named_step_id, attempts, created_at, updated_at)
       select t.task_id, n, 0, ${TIMES} from tasker_tasks t, generate_series(1, 8) n
       where t.task_id >= $1 order by t.task_id, n
       returning workflow_step_id, task_id)
     insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
     select a.workflow_step_id, b.workflow_step_id, 'provides', ${TIMES}
     from steps a join steps b on b.task_id = a.task_id and b.workflow_step_id = a.workflow_step_id + 1`,
    [first],
  );
  return first;
}

/**
 * One task of `layers` times `width` steps, each waiting for `parents` steps of the layer above; the first
 * half of the steps is complete. Returns its id.
 */
export async function insertLayers(
  db: Queryable,
  layers: number,
  width: number,
  parents = 3,
): Promise<number> {
  const taskId = await insertTasks(db, 1);
  const count = layers * width;
  await db.query(
    `insert into tasker_workflow_steps (task_id, named_step_id, attempts, processed, created_at, updated_at)
     select $1, 1 + n % 200, (n <= $2 / 2)::integer, n <= $2 / 2, ${TIMES} from generate_series(1, $2::integer) n`,
    [taskId, count],
  );
  await db.query(
    `insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
     select low.id + (n / $2 - 1) * $2 + (n + k) % $2, low.id + n, 'provides', ${TIMES}
     from (select min(workflow_step_id) as id from tasker_workflow_steps where task_id = $1) low,
       generate_series($2::integer, $3 - 1) n, generate_series(0, $4 - 1) k`,
    [taskId, width, count, parents],
  );
  await db.query(
    `insert into tasker_workflow_step_transitions
       (workflow_step_id, to_state, from_state, sort_key, created_at, updated_at)
     select workflow_step_id, 'complete', 'in_progress', 10, ${TIMES}
     from tasker_workflow_steps where task_id = $1 and processed`,
    [taskId],
  );
  return taskId;
}

async function insertTasks(db: Queryable, count: number): Promise<number> {
  const rows = await db.query<{ task_id: number }>(
    `insert into tasker_tasks (named_task_id, requested_at, identity_hash, created_at, updated_at)
     select 1, now() at time zone 'UTC', gen_random_uuid()::text, ${TIMES} from generate_series(1, $1::integer)
     returning task_id`,
    [count],
  );
  const first = rows[0]?.task_id;
  if (first === undefined) throw new Error('no task was inserted');
  return first;
}
