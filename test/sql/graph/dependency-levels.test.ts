/** Levels are longest distances from the roots; the same body serves both profiles. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertEdges, insertTask, type TaskRows } from '../../support/tasker-rows.ts';
import { DIAMOND, LINEAR } from '../../support/workflows.ts';
import { PROFILES } from '../support/answers.ts';
import { connectedLayers, MIXED, TREE } from '../support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

interface LevelRow {
  readonly workflow_step_id: number;
  readonly dependency_level: number;
}

function levelRows(taskId: number): Promise<readonly LevelRow[]> {
  return db.query<LevelRow>('select * from calculate_dependency_levels($1)', [taskId]);
}

/** Levels by step name; steps that are left out have none. */
async function levels(
  parents: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, number>>> {
  return levelsOf(await insertTask(db, { parents }), Object.keys(parents));
}

async function levelsOf(task: TaskRows, names: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const rows = await levelRows(task.taskId);
  const byId = new Map(rows.map((row) => [row.workflow_step_id, row.dependency_level]));
  return Object.fromEntries(
    names.flatMap((name): [string, number][] => {
      const level = byId.get(task.id(name));
      return level === undefined ? [] : [[name, level]];
    }),
  );
}

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test('G-1 levels of the named workflows', async () => {
    expect(Object.values(await levels(LINEAR))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await levels(DIAMOND)).toEqual({
      start_workflow: 0,
      branch_one_process: 1,
      branch_two_process: 1,
      branch_one_validate: 2,
      branch_two_validate: 2,
      merge_branches: 3,
      end_workflow: 4,
    });
    expect(Object.values(await levels(TREE))).toEqual([0, 1, 1, 2, 2, 2, 2, 3]);
  });

  test('G-2 the longest way decides where ways of different length meet', async () => {
    expect(await levels(MIXED)).toEqual({
      init_auth: 0,
      init_config: 0,
      validate_permissions: 1,
      setup_environment: 1,
      begin_processing: 2,
      cleanup_temp_files: 2,
      process_critical_data: 3,
      process_optional_data: 3,
      finalize_and_report: 4,
    });
    expect(await levels({ a: [], b: ['a'], c: ['a', 'b'] })).toEqual({ a: 0, b: 1, c: 2 });
  });

  test('rows come by level, then by step id', async () => {
    const { taskId, id } = await insertTask(db, { parents: { c: ['a'], b: [], a: [], d: ['c', 'b'] } });
    expect(await levelRows(taskId)).toEqual([
      { workflow_step_id: id('b'), dependency_level: 0 },
      { workflow_step_id: id('a'), dependency_level: 0 },
      { workflow_step_id: id('c'), dependency_level: 1 },
      { workflow_step_id: id('d'), dependency_level: 2 },
    ]);
  });

  test('ids that run against the edges give the same levels', async () => {
    expect(await levels({ e: ['d', 'a'], d: ['c', 'b'], c: ['a'], b: ['a'], a: [] })).toEqual({
      a: 0,
      b: 1,
      c: 1,
      d: 2,
      e: 3,
    });
  });

  test('a task without steps, or without edges, or unknown', async () => {
    expect(await levels({})).toEqual({});
    expect(await levels({ a: [], b: [] })).toEqual({ a: 0, b: 0 });
    expect(await levelRows(999_999)).toEqual([]);
  });

  test('D12 fully connected layers take no longer than their edges', async () => {
    const { taskId } = await insertTask(db, { parents: connectedLayers(10, 10) });
    const start = performance.now();
    const rows = await levelRows(taskId);
    expect(rows).toHaveLength(100);
    expect(rows.at(-1)?.dependency_level).toBe(9);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('D13 a cycle that a root reaches raises TW001', async () => {
    const parents = { a: [], b: ['a', 'c'], c: ['b'] };
    await expect(levels(parents)).rejects.toMatchObject({ code: 'TW001' });
  });

  test('D13 a step that waits for itself is a cycle', async () => {
    await expect(levels({ a: [], b: ['a', 'b'] })).rejects.toMatchObject({ code: 'TW001' });
  });

  test('D13 a cycle no root reaches is left out, with what hangs on it alone', async () => {
    expect(await levels({ a: ['b'], b: ['a'] })).toEqual({});
    expect(await levels({ a: ['b'], b: ['a'], c: ['b'], r: [], d: ['c', 'r'] })).toEqual({ r: 0, d: 1 });
  });

  test('a parent in another task makes no root and gives no level', async () => {
    const other = await insertTask(db, { parents: { far: [] } });
    const task = await insertTask(db, { parents: { a: [], b: ['a'], c: ['b'], d: ['c', 'a'] } });
    await insertEdges(db, [other.id('far')], task.id('c'));
    await insertEdges(db, [other.id('far')], task.id('a'));
    const lone = await insertTask(db, { parents: { x: [], y: [], z: ['y'] } });
    await insertEdges(db, [other.id('far')], lone.id('x'));
    expect(await levelsOf(task, ['a', 'b', 'c', 'd'])).toEqual({});
    expect(await levelsOf(lone, ['x', 'y', 'z'])).toEqual({ y: 0, z: 1 });
  });
});
