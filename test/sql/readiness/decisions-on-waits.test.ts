/** Decisions about time and retries: D1, D5, D6, D8, D11, D18, D21. What the shipped engine does stands beside. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type StepSpec } from '../../support/tasker-rows.ts';
import { at, context, PROFILES, ready, stepReadiness } from '../support/answers.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
});
afterAll(() => db.close());

async function single(step: StepSpec): Promise<number> {
  return (await insertTask(db, { parents: { only: [] }, steps: { only: step } })).taskId;
}

async function inZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  await db.exec(`set timezone = '${zone}'`);
  try {
    return await work();
  } finally {
    await db.exec(`set timezone = 'UTC'`);
  }
}

describe.each(PROFILES)('profile %s', (profile) => {
  const isDocumented = profile === 'documented';
  beforeAll(() => setProfile(db, profile));

  test('D1 the time zone of the session moves the waits of the shipped engine only', async () => {
    const old = await single({ state: 'error', attempts: 1, ago: 60 });
    const fresh = await single({ state: 'error', attempts: 1 });
    expect(await inZone('America/New_York', () => ready(db, old))).toEqual(isDocumented ? ['only'] : []);
    expect(await inZone('Asia/Tokyo', () => ready(db, fresh))).toEqual(isDocumented ? [] : ['only']);
    expect(await ready(db, old)).toEqual(['only']);
    expect(await ready(db, fresh)).toEqual([]);
  });

  test('D1 the time zone of the session moves the throughput of the shipped engine only', async () => {
    await single({});
    const rows = await inZone('Asia/Tokyo', () =>
      db.query<{ none: boolean }>('select task_throughput = 0 as none from get_analytics_metrics_v01()'),
    );
    expect(rows[0]?.none).toBe(!isDocumented);
  });

  test('D5 next_retry_at is the end of the later wait', async () => {
    const taskId = await single({ state: 'error', attempts: 4, limit: 5, ago: 5, backoff: 1 });
    expect(await stepReadiness(db, taskId, 'only')).toMatchObject({
      ready_for_execution: false,
      next_retry_at: isDocumented ? at(11) : at(-4),
    });
    await setClock(db, '2030-01-01 12:00:11+00');
    expect(await ready(db, taskId)).toEqual(['only']);
    await setClock(db);
  });

  test.each<[string, StepSpec]>([
    ['exhausted', { state: 'error', attempts: 3 }],
    ['not to be retried', { state: 'error', attempts: 1, retryable: false }],
    ['processed', { state: 'error', attempts: 1, processed: true }],
    ['running', { state: 'in_progress', backoff: 1, attempted: 0 }],
    ['cancelled', { state: 'cancelled', backoff: 1, attempted: 0 }],
  ])('D5 a step that is %s has no next retry', async (_, step) => {
    const row = await stepReadiness(db, await single(step), 'only');
    expect(row.next_retry_at === null).toBe(isDocumented);
  });

  test('D6 retry_eligible asks whether the step may be retried, not whether its wait is over', async () => {
    const taskId = await single({ state: 'error', attempts: 1 });
    expect(await stepReadiness(db, taskId, 'only')).toMatchObject({
      retry_eligible: true,
      ready_for_execution: false,
    });
    const never = await single({ state: 'error', attempts: 1, retryable: false, ago: 60 });
    expect(await stepReadiness(db, never, 'only')).toMatchObject({
      retry_eligible: !isDocumented,
      ready_for_execution: false,
    });
  });

  test('D8 a step that is in progress for hours is processing, since no column says otherwise', async () => {
    const taskId = await single({ state: 'in_progress', ago: 9 * 3600 });
    expect(await context(db, taskId)).toBe('1/0/1/0/0/0 processing wait_for_completion 0.00 healthy');
  });

  test('D11 any number of attempts gives a wait of 30 seconds, or breaks the call from 44 on', async () => {
    const most = await single({ state: 'error', attempts: 43, limit: 50 });
    expect((await stepReadiness(db, most, 'only')).next_retry_at).toBe(at(30));
    const taskId = await single({ state: 'error', attempts: 44, limit: 50, ago: 31 });
    const calls = [() => ready(db, taskId), () => context(db, taskId)];
    for (const call of calls) {
      if (isDocumented) await expect(call()).resolves.toBeDefined();
      else await expect(call()).rejects.toMatchObject({ code: '22008' });
    }
    if (isDocumented) expect(await ready(db, taskId)).toEqual(['only']);
  });

  test('D11 44 attempts of a step that is not in error break nothing', async () => {
    expect(await ready(db, await single({ attempts: 44, limit: 50 }))).toEqual(['only']);
  });

  test('D21 an explicit wait outlives the return to pending, the wait after a failure does not', async () => {
    const history = [
      { to: 'error', ago: 1 },
      { to: 'pending', ago: 0 },
    ];
    const waiting = await single({ history, attempts: 4, limit: 9, backoff: 30, attempted: 1 });
    expect(await stepReadiness(db, waiting, 'only')).toMatchObject({
      ready_for_execution: false,
      next_retry_at: at(29),
    });
    const free = await single({ history, attempts: 4, limit: 9 });
    expect(await ready(db, free)).toEqual(['only']);
  });
});

describe('D18 retry columns of the health counts', () => {
  const COLUMNS = 'retryable_error_steps, exhausted_retry_steps, in_backoff_steps';

  /** What the three columns grow by when a step is added. */
  async function added(step: StepSpec): Promise<readonly number[]> {
    const count = async (): Promise<readonly number[]> => {
      const [row] = await db.query<Record<string, number>>(
        `select ${COLUMNS} from get_system_health_counts_v01()`,
      );
      return Object.values(row ?? {});
    };
    const before = await count();
    await single(step);
    return (await count()).map((value, place) => value - (before[place] ?? 0));
  }

  test.each<[string, StepSpec, readonly number[], readonly number[]]>([
    ['not to be retried', { state: 'error', attempts: 1, retryable: false }, [0, 1, 0], [0, 0, 0]],
    ['without a limit', { state: 'error', attempts: 1, limit: null }, [1, 0, 1], [0, 0, 0]],
    ['without attempts', { state: 'error', attempts: null }, [1, 0, 1], [0, 0, 0]],
    ['whose wait is over', { state: 'error', attempts: 1, ago: 60 }, [1, 0, 0], [1, 0, 1]],
    ['in its wait', { state: 'error', attempts: 1 }, [1, 0, 1], [1, 0, 1]],
    ['exhausted', { state: 'error', attempts: 3 }, [0, 1, 0], [0, 1, 0]],
    ['processed', { state: 'error', attempts: 1, processed: true }, [0, 1, 0], [1, 0, 1]],
  ])('D18 a failed step %s', async (_, step, documented, shipped) => {
    await setProfile(db, 'documented');
    expect(await added(step)).toEqual(documented);
    await setProfile(db, 'rails-1.0');
    expect(await added(step)).toEqual(shipped);
  });
});
