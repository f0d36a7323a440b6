/** Readiness that follows from the graph alone: the same in both profiles. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type StepSpec, type TaskRows } from '../../support/tasker-rows.ts';
import { DIAMOND, DUMMY, LINEAR } from '../../support/workflows.ts';
import { parentCounts, PROFILES, readiness, ready, stepReadiness } from '../support/answers.ts';
import { MIXED, PARALLEL_MERGE, TREE } from '../support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
});
afterAll(() => db.close());

type Parents = Readonly<Record<string, readonly string[]>>;

function task(parents: Parents, complete: readonly string[] = []): Promise<TaskRows> {
  const steps = Object.fromEntries(complete.map((name): [string, StepSpec] => [name, { state: 'complete' }]));
  return insertTask(db, { parents, steps });
}

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test('R-1 roots of a fresh task are ready, steps with open parents are not', async () => {
    const { taskId } = await task(DUMMY);
    expect(await ready(db, taskId)).toEqual(['step-one', 'step-two']);
    for (const name of ['step-three', 'step-four']) {
      expect(await stepReadiness(db, taskId, name)).toMatchObject({
        dependencies_satisfied: false,
        retry_eligible: true,
        ready_for_execution: false,
      });
    }
  });

  test('R-2 only the first step of a fresh chain is ready', async () => {
    const { taskId } = await task(LINEAR);
    expect(await ready(db, taskId)).toEqual(['initialize_data']);
    const { initialize_data: first, ...others } = await parentCounts(db, taskId);
    expect(first).toBe('0/0');
    expect(Object.values(others)).toEqual(['0/1', '0/1', '0/1', '0/1', '0/1']);
  });

  test('R-3 the step after the finished ones is ready', async () => {
    const { taskId } = await task(LINEAR, ['initialize_data', 'validate_input', 'process_data']);
    expect(await ready(db, taskId)).toEqual(['transform_results']);
    expect(await parentCounts(db, taskId)).toMatchObject({
      transform_results: '1/1',
      validate_output: '0/1',
    });
    expect(await stepReadiness(db, taskId, 'process_data')).toMatchObject({
      current_state: 'complete',
      dependencies_satisfied: true,
      retry_eligible: true,
      ready_for_execution: false,
      next_retry_at: null,
    });
  });

  test('R-4 both branches of a diamond open at once', async () => {
    const { taskId } = await task(DIAMOND, ['start_workflow']);
    expect(await ready(db, taskId)).toEqual(['branch_one_process', 'branch_two_process']);
  });

  test('R-5 a merge waits for the slower branch', async () => {
    const done = ['start_workflow', 'branch_one_process', 'branch_one_validate'];
    const { taskId } = await task(DIAMOND, done);
    expect(await ready(db, taskId)).toEqual(['branch_two_process']);
    expect((await parentCounts(db, taskId))['merge_branches']).toBe('1/2');
    expect((await stepReadiness(db, taskId, 'merge_branches')).dependencies_satisfied).toBe(false);
  });

  test('R-6 all roots are ready and a merge knows its four parents', async () => {
    const { taskId } = await task(PARALLEL_MERGE);
    expect(await ready(db, taskId)).toHaveLength(4);
    expect((await stepReadiness(db, taskId, 'merge_all_data')).total_parents).toBe(4);
  });

  test('R-7 the leaves of a tree open together', async () => {
    const { taskId } = await task(TREE, ['root_initialization', 'branch_a_setup', 'branch_b_setup']);
    expect(await ready(db, taskId)).toEqual(['a_task_one', 'a_task_two', 'b_task_one', 'b_task_two']);
    expect((await parentCounts(db, taskId))['aggregate_results']).toBe('0/4');
  });

  test('R-8 a mixed graph opens at its front', async () => {
    const fresh = await task(MIXED);
    expect(await ready(db, fresh.taskId)).toEqual(['init_auth', 'init_config']);
    const done = ['init_auth', 'validate_permissions', 'init_config', 'setup_environment'];
    const { taskId } = await task(MIXED, done);
    expect(await ready(db, taskId)).toEqual(['begin_processing', 'cleanup_temp_files']);
    expect((await parentCounts(db, taskId))['finalize_and_report']).toBe('0/2');
  });

  test('R-9 two of three parents are not enough', async () => {
    const { taskId } = await task({ A: [], B: [], C: [], D: ['A', 'B', 'C'] }, ['A', 'B']);
    expect(await ready(db, taskId)).toEqual(['C']);
    expect((await parentCounts(db, taskId))['D']).toBe('2/3');
  });

  test('R-10 a running step is not ready and holds back its child', async () => {
    const { taskId } = await insertTask(db, {
      parents: { A: [], B: ['A'] },
      steps: { A: { state: 'in_progress' } },
    });
    expect(await ready(db, taskId)).toEqual([]);
    expect((await stepReadiness(db, taskId, 'B')).dependencies_satisfied).toBe(false);
  });

  test('R-22 a list of step ids restricts the rows and changes none of them', async () => {
    const { taskId, id } = await task(DIAMOND, ['start_workflow', 'branch_one_process']);
    const all = await readiness(db, taskId);
    const wanted = [id('merge_branches'), id('branch_one_validate'), id('branch_one_validate')];
    const some = await db.query('select * from get_step_readiness_status($1, $2)', [taskId, wanted]);
    expect(some).toEqual(all.filter((row) => wanted.includes(row.workflow_step_id)));
    expect(some).toHaveLength(2);
  });

  test('R-22 an empty list, ids of other tasks and a null task give no rows', async () => {
    const { taskId } = await task(DUMMY);
    const other = await task(DUMMY);
    const few = 'select * from get_step_readiness_status($1, $2)';
    expect(await db.query(few, [taskId, []])).toEqual([]);
    expect(await db.query(few, [taskId, other.ids])).toEqual([]);
    expect(await db.query('select * from get_step_readiness_status(null)')).toEqual([]);
  });

  test('R-23 the batch call is the union of the single calls, in task and step order', async () => {
    const a = await task(DUMMY);
    const b = await task(LINEAR, ['initialize_data']);
    const batch = 'select * from get_step_readiness_status_batch($1)';
    const both = await db.query(batch, [[b.taskId, a.taskId, b.taskId, 999_999]]);
    expect(both).toEqual([...(await readiness(db, a.taskId)), ...(await readiness(db, b.taskId))]);
    expect(await db.query(batch, [[]])).toEqual([]);
    expect(await db.query(batch, [null])).toEqual([]);
  });

  test.each<[string, StepSpec]>([
    ['R-26 an exhausted', { state: 'error', attempts: 3 }],
    ['R-26 a running', { state: 'in_progress' }],
    ['R-26 a waiting', { state: 'pending', backoff: 30, attempted: 0 }],
  ])('%s step is not viable, its neighbour is', async (_, spec) => {
    const { taskId } = await insertTask(db, { parents: DUMMY, steps: { 'step-one': spec } });
    expect(await ready(db, taskId)).toEqual(['step-two']);
  });

  test('R-26 with both roots cancelled nothing is viable', async () => {
    const steps = { 'step-one': { state: 'cancelled' }, 'step-two': { state: 'cancelled' } };
    const { taskId } = await insertTask(db, { parents: DUMMY, steps });
    expect(await ready(db, taskId)).toEqual([]);
  });
});
