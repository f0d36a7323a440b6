/**
 * Plans are made when the tables are nearly empty and kept while a run fills them; nothing analyzes in between. The
 * functions must still read no more than the rows they are about, counted in pages so that no clock is involved.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask } from '../../support/tasker-rows.ts';
import { LINEAR } from '../../support/workflows.ts';
import { PROFILES } from '../support/answers.ts';

const COPIES = 3_000;
/** A few index pages and rows for each of six steps, their parents and states; all tables have thousands. */
const MOST_PAGES = 400;

let db: Database;
let taskId: number;

const firstStep = (id: number): string =>
  `(select min(workflow_step_id) from tasker_workflow_steps where task_id = ${id})`;

const CALLS = (id: number): Readonly<Record<string, string>> => ({
  'readiness of one step': `get_step_readiness_status(${id}, array(
    select max(workflow_step_id) from tasker_workflow_steps where task_id = ${id}))`,
  'readiness of a task': `get_step_readiness_status(${id})`,
  'readiness of a batch': `get_step_readiness_status_batch(array[${id}::bigint])`,
  'context of a task': `get_task_execution_context(${id})`,
  'contexts of a batch': `get_task_execution_contexts_batch(array[${id}::bigint])`,
  'ready steps': `workbench.ready_step_ids(${id})`,
  'a cancelled parent': `workbench.waits_for_cancelled(${id})`,
  levels: `calculate_dependency_levels(${id})`,
  'the loop asking for ready steps': `workbench.ready_steps(jsonb_build_array(jsonb_build_object('task', ${id},
    'at', '2030-01-01', 'retrying', '[]'::jsonb, 'finished', jsonb_build_array(${firstStep(id)}))))`,
  'the loop asking for a context': `workbench.task_contexts('[{"task": ${id}, "at": "2030-01-01"}]')`,
  'a snapshot': `workbench.task_snapshot(${id}, '2030-01-01')`,
  'moving a step': `workbench.transition_steps(jsonb_build_array(jsonb_build_object('step', ${firstStep(id)},
    'to', 'complete', 'sources', '["pending", "complete"]'::jsonb, 'at', '2030-01-01')))`,
  'moving a task': `workbench.transition_tasks('[{"task": ${id}, "to": "complete", "at": "2030-01-01",
    "sources": ["in_progress", "complete"], "finished": ["pending", "complete"]}]')`,
  depth: `workbench.step_depth((select max(workflow_step_id) from tasker_workflow_steps where task_id = ${id}))`,
});

beforeAll(async () => {
  db = await openTestDatabase();
  const first = await insertTask(db, {
    parents: LINEAR,
    steps: { initialize_data: { state: 'complete' } },
    state: 'in_progress',
  });
  await db.exec('analyze');
  for (const profile of PROFILES) {
    await setProfile(db, profile);
    for (const call of Object.values(CALLS(first.taskId))) {
      for (let round = 0; round < 7; round++) await db.query(`select * from ${call}`);
    }
  }
  await copyTask(first.taskId);
  const [middle] = await db.query<{ id: number }>(
    `select task_id as id from tasker_tasks order by task_id offset ${COPIES / 2} limit 1`,
  );
  taskId = middle?.id ?? 0;
});
afterAll(() => db.close());

/** Fills the tables with copies of one task, as a run of many tasks would. */
async function copyTask(id: number): Promise<void> {
  await db.exec(`
    insert into tasker_tasks (named_task_id, requested_at, identity_hash, created_at, updated_at)
    select named_task_id, requested_at, gen_random_uuid()::text, created_at, updated_at
    from tasker_tasks, generate_series(1, ${COPIES}) where task_id = ${id};
    insert into tasker_workflow_steps (task_id, named_step_id, attempts, created_at, updated_at)
    select t.task_id, s.named_step_id, 0, s.created_at, s.updated_at
    from tasker_tasks t, tasker_workflow_steps s
    where t.task_id > ${id} and s.task_id = ${id} order by t.task_id, s.workflow_step_id;
    insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
    select a.workflow_step_id, a.workflow_step_id + 1, 'provides', a.created_at, a.created_at
    from tasker_workflow_steps a join tasker_workflow_steps b
      on b.workflow_step_id = a.workflow_step_id + 1 and b.task_id = a.task_id
    where a.task_id > ${id};
    insert into tasker_workflow_step_transitions (workflow_step_id, to_state, sort_key, created_at, updated_at)
    select workflow_step_id, 'complete', 10, created_at, created_at
    from tasker_workflow_steps where task_id > ${id} and workflow_step_id % 2 = 0;
    insert into tasker_task_transitions (task_id, to_state, sort_key, created_at, updated_at)
    select task_id, 'in_progress', 10, created_at, created_at from tasker_tasks where task_id > ${id}`);
}

/** Pages touched by a call, those of every statement inside it included. */
async function pages(call: string): Promise<number> {
  const [row] = await db.query<{ 'QUERY PLAN': readonly [{ Plan: { 'Shared Hit Blocks': number } }] }>(
    `explain (analyze, buffers, timing off, format json) select * from ${call}`,
  );
  return row?.['QUERY PLAN'][0].Plan['Shared Hit Blocks'] ?? Number.NaN;
}

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test.each(Object.keys(CALLS(0)))('%s reads no more than its rows', async (name) => {
    expect(await pages(CALLS(taskId)[name] ?? '')).toBeLessThan(MOST_PAGES);
  });
});
