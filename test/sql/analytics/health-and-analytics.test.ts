/** Health counts and analytics over the oracle's data set M, in both profiles. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type TaskSpec } from '../../support/tasker-rows.ts';
import { PROFILES } from '../support/answers.ts';

let empty: Database;
let db: Database;

beforeAll(async () => {
  empty = await openTestDatabase();
  db = await openTestDatabase();
  await setClock(empty);
  await setClock(db);
  for (const task of DATA_SET_M) await insertTask(db, { ...NAMED, ...task });
});
afterAll(async () => {
  await empty.close();
  await db.close();
});

const NAMED = { namespace: 'x', name: 't', version: '1.0.0', created: 100 } as const;

const DATA_SET_M: readonly TaskSpec[] = [
  {
    parents: { a: [], b: [] },
    steps: { a: { state: 'complete', ago: 90 }, b: { state: 'complete', ago: 60 } },
    history: [
      { to: 'in_progress', ago: 95 },
      { to: 'complete', ago: 60 },
    ],
  },
  {
    parents: { a: [], b: [] },
    steps: { a: { state: 'complete', ago: 98 }, b: { state: 'error', attempts: 1, ago: 96 } },
    state: 'pending',
  },
  { parents: { a: [] }, steps: { a: { state: 'error', attempts: 3, ago: 80 } }, state: 'error' },
  { parents: { a: [], b: [] } },
  { parents: { a: [] }, steps: { a: { state: 'pending' } }, state: 'cancelled' },
];

async function one(database: Database, sql: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await database.query<Record<string, unknown>>(sql);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

const HEALTH = 'select * from get_system_health_counts_v01()';
const METRICS = 'select * from get_analytics_metrics_v01()';

describe.each(PROFILES)('profile %s', (profile) => {
  const isDocumented = profile === 'documented';
  beforeAll(async () => {
    await setProfile(empty, profile);
    await setProfile(db, profile);
  });

  test('M-1 D16 health counts: rows without transitions are pending, or in the totals only', async () => {
    expect(await one(db, HEALTH)).toMatchObject({
      total_tasks: 5,
      pending_tasks: isDocumented ? 2 : 1,
      in_progress_tasks: 0,
      complete_tasks: 1,
      error_tasks: 1,
      cancelled_tasks: 1,
      total_steps: 8,
      pending_steps: isDocumented ? 3 : 1,
      in_progress_steps: 0,
      complete_steps: 3,
      error_steps: 2,
      retryable_error_steps: 1,
      exhausted_retry_steps: 1,
    });
  });

  test('M-1 D17 a failed step whose wait is over is not in backoff, except in the shipped count', async () => {
    expect(await one(db, HEALTH)).toMatchObject({ in_backoff_steps: isDocumented ? 0 : 1 });
  });

  test('M-2 health counts of an empty database are zero, besides the connections', async () => {
    const { active_connections: active, max_connections: most, ...counts } = await one(empty, HEALTH);
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    expect(Object.keys(counts)).toHaveLength(14);
    expect(active).toBe(1);
    const [setting] = await empty.query<{ max_connections: string }>('show max_connections');
    expect(most).toBe(Number(setting?.max_connections));
  });

  test('M-3 M-4 D19 analytics of the last hour', async () => {
    const common = {
      total_namespaces_count: 1,
      unique_task_types_count: 1,
      system_health_score: '0.500',
      task_throughput: 5,
      step_throughput: 8,
      analysis_period_start: '2030-01-01 11:00:00+00',
      calculated_at: '2030-01-01 12:00:00+00',
    };
    const shipped = {
      active_tasks_count: 1,
      completion_count: 2,
      error_count: 2,
      completion_rate: '40.00',
      error_rate: '40.00',
      avg_task_duration: '17.333',
      avg_step_duration: '17.333',
    };
    // The completed task took from 100 to 60 seconds ago; none of its steps has a start on record.
    const documented = {
      active_tasks_count: 2,
      completion_count: 1,
      error_count: 1,
      completion_rate: '20.00',
      error_rate: '20.00',
      avg_task_duration: '40.000',
      avg_step_duration: '0.000',
    };
    expect(await one(db, METRICS)).toEqual({ ...common, ...(isDocumented ? documented : shipped) });
  });

  test('M-5 a later start empties the period, but not the health score', async () => {
    const later = `select * from get_analytics_metrics_v01('2030-01-01 11:59:50+00')`;
    expect(await one(db, later)).toMatchObject({
      task_throughput: 0,
      completion_rate: '0.0',
      error_rate: '0.0',
      system_health_score: '0.500',
      step_throughput: 0,
    });
  });

  test('M-6 analytics of an empty database', async () => {
    expect(await one(empty, METRICS)).toMatchObject({
      active_tasks_count: 0,
      total_namespaces_count: 0,
      unique_task_types_count: 0,
      system_health_score: '1.0',
      task_throughput: 0,
      completion_count: 0,
      error_count: 0,
      completion_rate: '0.0',
      error_rate: '0.0',
      avg_task_duration: '0.000',
      avg_step_duration: '0.000',
      step_throughput: 0,
    });
  });
});
