/** The view of neighbours and shortest depths. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertEdges, insertTask, type TaskRows } from '../../support/tasker-rows.ts';
import { DIAMOND } from '../../support/workflows.ts';
import { PROFILES } from '../support/answers.ts';
import { chain, connectedLayers } from '../support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

interface DagRow {
  readonly workflow_step_id: number;
  readonly task_id: number;
  readonly named_step_id: number;
  readonly parent_step_ids: readonly number[];
  readonly child_step_ids: readonly number[];
  readonly parent_count: number;
  readonly child_count: number;
  readonly is_root_step: boolean;
  readonly is_leaf_step: boolean;
  readonly min_depth_from_root: number | null;
}

async function row(task: TaskRows, name: string): Promise<DagRow> {
  const [found] = await db.query<DagRow>(
    'select * from tasker_step_dag_relationships where workflow_step_id = $1',
    [task.id(name)],
  );
  if (found === undefined) throw new Error(`no row for ${name}`);
  return found;
}

async function depths(task: TaskRows): Promise<readonly (number | null)[]> {
  const rows = await db.query<{ depth: number | null }>(
    `select min_depth_from_root as depth from tasker_step_dag_relationships
     where task_id = $1 order by workflow_step_id`,
    [task.taskId],
  );
  return rows.map(({ depth }) => depth);
}

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test('a step names its parents and children in id order', async () => {
    const task = await insertTask(db, { parents: DIAMOND });
    expect(await row(task, 'merge_branches')).toMatchObject({
      task_id: task.taskId,
      parent_step_ids: [task.id('branch_one_validate'), task.id('branch_two_validate')],
      child_step_ids: [task.id('end_workflow')],
      parent_count: 2,
      child_count: 1,
      is_root_step: false,
      is_leaf_step: false,
      min_depth_from_root: 3,
    });
    expect(await row(task, 'start_workflow')).toMatchObject({
      parent_step_ids: [],
      parent_count: 0,
      child_count: 2,
      is_root_step: true,
      min_depth_from_root: 0,
    });
    expect(await row(task, 'end_workflow')).toMatchObject({
      child_step_ids: [],
      child_count: 0,
      is_leaf_step: true,
    });
  });

  test('depth is the shortest way, where the level is the longest', async () => {
    const task = await insertTask(db, { parents: { a: [], b: ['a'], c: ['b', 'a'] } });
    expect(await depths(task)).toEqual([0, 1, 1]);
  });

  test('D22 duplicate edges are counted and named as often as they exist', async () => {
    const task = await insertTask(db, { parents: { a: [], b: ['a', 'a'] } });
    expect(await row(task, 'b')).toMatchObject({
      parent_count: 2,
      parent_step_ids: [task.id('a'), task.id('a')],
    });
  });

  test('D14 depth beyond 50 is given by the documented profile alone', async () => {
    const found = await depths(await insertTask(db, { parents: chain(60) }));
    const all = Array.from({ length: 60 }, (_, depth) => depth);
    const cut = all.map((depth) => (depth > 50 ? null : depth));
    expect(found).toEqual(profile === 'documented' ? all : cut);
  });

  test('members of a cycle without a root have no depth and are no roots', async () => {
    const task = await insertTask(db, { parents: { a: ['b'], b: ['a'], c: ['b'] } });
    expect(await depths(task)).toEqual([null, null, null]);
    expect((await row(task, 'a')).is_root_step).toBe(false);
  });

  test('members of a cycle below a root have the depth of the way in', async () => {
    expect(await depths(await insertTask(db, { parents: { a: [], b: ['a', 'c'], c: ['b'] } }))).toEqual([
      0, 1, 2,
    ]);
  });

  test('a way through another task counts', async () => {
    const other = await insertTask(db, { parents: { x: [], y: ['x'] } });
    const task = await insertTask(db, { parents: { a: [] } });
    await insertEdges(db, [other.id('y')], task.id('a'));
    expect(await depths(task)).toEqual([2]);
  });

  test('D14 a large unrelated task costs nothing', async () => {
    await insertTask(db, { parents: connectedLayers(10, 4) });
    const task = await insertTask(db, { parents: DIAMOND });
    const start = performance.now();
    expect(await depths(task)).toEqual([0, 1, 2, 1, 2, 3, 4]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test.each(['task_id', 'workflow_step_id'])('a filter by %s reaches the indexes', async (column) => {
  const plan = await db.transaction(async (tx) => {
    await tx.exec('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(
      `explain select * from public.tasker_step_dag_relationships where ${column} = 7`,
    );
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
});
