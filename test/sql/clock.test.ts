/** Virtual time: what the session is told is what every function sees, to the microsecond. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Queryable } from '../../src-engine/store/database.ts';
import { setProfile } from '../../src-engine/store/session.ts';
import { openTestDatabase } from '../support/database.ts';
import { insertTask, NOW, setClock } from '../support/tasker-rows.ts';
import { PROFILES, ready, stepReadiness } from './support/answers.ts';
import { chain } from './support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => setClock(db));
afterAll(() => db.close());

async function nowOf(queryable: Queryable): Promise<string> {
  const [row] = await queryable.query<{ at: string }>('select now() as at');
  return row?.at ?? '';
}

const FAILED = { only: { state: 'error', attempts: 1 } };

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test('a wait is not over one microsecond early, and over at its instant', async () => {
    const { taskId } = await insertTask(db, { parents: { only: [] }, steps: FAILED });
    await setClock(db, '2030-01-01 12:00:01.999999+00');
    expect(await ready(db, taskId)).toEqual([]);
    await setClock(db, '2030-01-01 12:00:02+00');
    expect(await ready(db, taskId)).toEqual(['only']);
  });

  test('plans that were made at one time follow the clock to another', async () => {
    const { taskId } = await insertTask(db, { parents: { only: [] }, steps: FAILED });
    const seen: boolean[] = [];
    for (let second = 0; second < 12; second++) {
      await setClock(db, `2030-01-01 12:00:0${second % 4}+00`);
      seen.push((await stepReadiness(db, taskId, 'only')).ready_for_execution);
    }
    const round = [false, false, true, true];
    expect(seen).toEqual([...round, ...round, ...round]);
  });

  test('the range form of large tasks follows the clock as well', async () => {
    const parents = chain(40);
    const { taskId } = await insertTask(db, { parents, steps: { s0: { state: 'error', attempts: 1 } } });
    expect(await ready(db, taskId)).toEqual([]);
    await setClock(db, '2030-01-01 12:00:02+00');
    expect(await ready(db, taskId)).toEqual(['s0']);
  });

  test('the clock may go back', async () => {
    const { taskId } = await insertTask(db, { parents: { only: [] }, steps: FAILED });
    await setClock(db, '2040-01-01 00:00:00+00');
    expect(await ready(db, taskId)).toEqual(['only']);
    await setClock(db, NOW);
    expect(await ready(db, taskId)).toEqual([]);
  });
});

test('rolling back puts the clock back', async () => {
  const work = db.transaction(async (tx) => {
    await setClock(tx, '2031-01-01 00:00:00+00');
    expect(await nowOf(tx)).toBe('2031-01-01 00:00:00+00');
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await nowOf(db)).toBe(NOW);
});

test('rolling back to a savepoint puts the clock back', async () => {
  await db.transaction(async (tx) => {
    await tx.exec('savepoint before');
    await setClock(tx, '2031-01-01 00:00:00+00');
    await tx.exec('rollback to before');
    expect(await nowOf(tx)).toBe(NOW);
  });
});

test('D15 the clock may move inside one transaction', async () => {
  await db.transaction(async (tx) => {
    const { taskId } = await insertTask(tx, { parents: { only: [] }, steps: FAILED });
    expect(await ready(tx, taskId)).toEqual([]);
    await setClock(tx, '2030-01-01 12:00:03+00');
    expect(await ready(tx, taskId)).toEqual(['only']);
    await setClock(tx);
  });
});

test('D15 without a virtual clock time stands still inside one transaction', async () => {
  await setClock(db, null);
  await db.transaction(async (tx) => {
    const first = await nowOf(tx);
    await tx.query('select pg_sleep(0.02)');
    expect(await nowOf(tx)).toBe(first);
    const [real] = await tx.query<{ same: boolean }>('select now() = pg_catalog.now() as same');
    expect(real?.same).toBe(true);
  });
});

test('an unreadable clock is refused', async () => {
  await setClock(db, 'yesterday-ish');
  await expect(db.query('select now()')).rejects.toMatchObject({ code: '22007' });
});
