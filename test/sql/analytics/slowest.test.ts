/** The slowest tasks and steps: true in the documented profile, always an error in the shipped engine. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type TaskRows, type TransitionSpec } from '../../support/tasker-rows.ts';

let db: Database;
let fast: TaskRows;
let slow: TaskRows;
let failed: TaskRows;

beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
  fast = await insertTask(db, {
    name: 'fast',
    created: 100,
    parents: { a: [], b: [] },
    steps: { a: { history: attempts(100, 99) }, b: { history: attempts(98, 90) } },
    history: attempts(100, 90),
  });
  slow = await insertTask(db, {
    name: 'slow',
    namespace: 'x',
    version: '2.0.0',
    created: 100,
    parents: { a: [], b: [], c: [] },
    steps: {
      a: { history: [...attempts(99, 80, 'error'), { to: 'pending', ago: 79 }, ...attempts(78, 50)] },
      b: { state: 'resolved_manually', ago: 10 },
    },
  });
  failed = await insertTask(db, {
    created: 100,
    parents: { a: [] },
    steps: { a: { state: 'error', attempts: 3, ago: 70 } },
  });
  await insertTask(db, { parents: { a: [] }, created: 100 });
  await insertTask(db, { parents: { a: [] }, created: 100_000, steps: { a: { state: 'complete' } } });
});
afterAll(() => db.close());

function attempts(start: number, end: number, to = 'complete'): readonly TransitionSpec[] {
  return [
    { to: 'in_progress', ago: start },
    { to, ago: end },
  ];
}

describe('profile documented', () => {
  beforeEach(() => setProfile(db, 'documented'));

  test('M-7 D2 D20 slowest tasks, longest first, every step counted once', async () => {
    const rows = await db.query('select * from get_slowest_tasks_v01()');
    expect(rows).toEqual([
      {
        task_id: slow.taskId,
        task_name: 'slow',
        namespace_name: 'x',
        version: '2.0.0',
        duration_seconds: '50.000',
        step_count: 3,
        completed_steps: 2,
        error_steps: 0,
        created_at: '2030-01-01 11:58:20+00',
        completed_at: '2030-01-01 11:59:10+00',
        initiator: null,
        source_system: null,
      },
      expect.objectContaining({ task_id: failed.taskId, duration_seconds: '30.000', error_steps: 1 }),
      expect.objectContaining({ task_id: fast.taskId, duration_seconds: '10.000', step_count: 2 }),
    ]);
  });

  test('M-7 D2 slowest steps, longest first', async () => {
    const rows = await db.query('select * from get_slowest_steps_v01()');
    expect(rows).toEqual([
      {
        workflow_step_id: slow.id('a'),
        task_id: slow.taskId,
        step_name: 'a',
        task_name: 'slow',
        namespace_name: 'x',
        version: '2.0.0',
        duration_seconds: '50.000',
        attempts: 0,
        created_at: '2030-01-01 11:58:20+00',
        completed_at: '2030-01-01 11:59:10+00',
        retryable: true,
        step_status: 'complete',
      },
      expect.objectContaining({ workflow_step_id: fast.id('b'), duration_seconds: '10.000' }),
      expect.objectContaining({ workflow_step_id: fast.id('a'), duration_seconds: '1.000' }),
    ]);
  });

  test.each(['tasks', 'steps'])('filters, limit and start restrict the slowest %s', async (kind) => {
    const call = (args: string): Promise<readonly { task_id: number }[]> =>
      db.query<{ task_id: number }>(`select task_id from get_slowest_${kind}_v01(${args})`);
    expect(await call(`limit_count => 1`)).toEqual([{ task_id: slow.taskId }]);
    expect(await call(`namespace_filter => 'x'`)).toEqual([{ task_id: slow.taskId }]);
    expect(await call(`task_name_filter => 'slow', version_filter => '1.0.0'`)).toEqual([]);
    expect(await call(`'2030-01-01 11:58:20+00'`)).toEqual([]);
    expect((await call(`'2029-12-01 00:00:00+00', 100`)).length).toBe(4);
  });

  test('a time zone of the session changes nothing', async () => {
    const inUtc = await db.query<object>(`select duration_seconds, extract(epoch from created_at) as made
      from get_slowest_tasks_v01()`);
    await db.exec(`set timezone = 'Asia/Tokyo'`);
    const inTokyo = await db.query<object>(`select duration_seconds, extract(epoch from created_at) as made
      from get_slowest_tasks_v01()`);
    await db.exec(`set timezone = 'UTC'`);
    expect(inTokyo).toEqual(inUtc);
  });

  test('D19 a step takes as long as its last attempt, a task from its creation to its completion', async () => {
    const [row] = await db.query('select * from get_analytics_metrics_v01()');
    // Completed steps: 1 s and 8 s in the fast task, 28 s (the second attempt) in the slow one.
    expect(row).toMatchObject({
      avg_step_duration: '12.333',
      avg_task_duration: '10.000',
      completion_count: 1,
    });
  });
});

describe('profile rails-1.0', () => {
  beforeEach(() => setProfile(db, 'rails-1.0'));

  test.each(['tasks', 'steps'])('M-7 D2 every call of the slowest %s fails', async (kind) => {
    await expect(db.query(`select * from get_slowest_${kind}_v01()`)).rejects.toMatchObject({
      code: '42804',
      message: expect.stringContaining('structure of query does not match function result type'),
    });
  });
});
