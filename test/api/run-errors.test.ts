import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src-engine/api/engine.ts';
import { inProcessClient } from '../../src-engine/api/hosts/in-process.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { errorOf } from './support/errors.ts';
import { emptied, hostWith, runToEnd, SCENARIO, TEMPLATE } from './support/engine.ts';

let db: Database;
const engine = createEngine(hostWith({ openDatabase: () => emptied(db) }));
const client = inProcessClient(engine);

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await engine.close();
});

describe('what cannot be run', () => {
  test('a bad template is refused with its problems, and the run under way stays', async () => {
    const { run } = await client.runs.start({ text: TEMPLATE, speed: 1, paused: true });
    const error = await errorOf(client.runs.start({ text: 'name: x', speed: 'max' }));
    expect(error).toMatchObject({ code: 'TEMPLATE_INVALID' });
    expect(error.data).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ line: 1 })]),
    });
    expect(await client.runs.current()).toMatchObject({ run, status: 'paused' });
  });

  test.each([
    ['broken', 'steps: ['],
    ['of another template', 'steps: { nobody: { latency: 1s } }\n'],
  ])('a scenario that is %s is refused with its problems', async (_, text) => {
    const error = await errorOf(
      client.runs.start({ text: TEMPLATE, scenario: { text, name: 's' }, speed: 'max' }),
    );
    expect(error).toMatchObject({ code: 'SCENARIO_INVALID', data: { problems: [{ severity: 'error' }] } });
  });

  test('input of the wrong shape is refused before anything happens', async () => {
    // @ts-expect-error no such speed
    await expect(client.runs.start({ text: TEMPLATE, speed: 3 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('a run that is not there', () => {
  const CALLS = ['pause', 'resume', 'step', 'stop', 'task', 'readiness', 'graph', 'report'] as const;

  test.each(CALLS)('%s says so', async (name) => {
    expect(await errorOf(client.runs[name]({ run: 'other-1' }))).toMatchObject({ code: 'NO_SUCH_RUN' });
  });

  test('so do setSpeed and watch', async () => {
    const setSpeed = client.runs.setSpeed({ run: 'other-1', speed: 1 });
    expect(await errorOf(setSpeed)).toMatchObject({ code: 'NO_SUCH_RUN' });
    const watch = client.runs.watch({ run: 'other-1', after: 0 });
    expect(await errorOf(watch)).toMatchObject({ code: 'NO_SUCH_RUN' });
  });

  test('a run that was replaced is one of them', async () => {
    const { run } = await client.runs.start({ text: TEMPLATE, speed: 'max' });
    await client.runs.start({ text: TEMPLATE, speed: 'max' });
    expect(await errorOf(client.runs.report({ run }))).toMatchObject({ code: 'NO_SUCH_RUN' });
  });
});

test('a run that is over cannot be stepped or resumed, but paused, stopped and set to a speed as often as one likes', async () => {
  const { run, view } = await runToEnd(client, { text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
  expect(await errorOf(client.runs.step({ run }))).toMatchObject({ code: 'RUN_OVER' });
  expect(await errorOf(client.runs.resume({ run }))).toMatchObject({ code: 'RUN_OVER' });
  expect(await client.runs.pause({ run })).toEqual(view);
  expect(await client.runs.stop({ run })).toEqual(view);
  expect(await client.runs.setSpeed({ run, speed: 10 })).toEqual(view);
});

describe('a database that fails', () => {
  /** Engines over the real database and over ones that answer a few transactions and then no more. */
  function engineOver(...databases: readonly Database[]) {
    let next = 0;
    return createEngine(
      hostWith({
        openDatabase: async () => {
          const database = databases[Math.min(next, databases.length - 1)];
          next += 1;
          if (database === undefined) throw new Error('there is no database');
          await emptied(db);
          return database;
        },
      }),
    );
  }

  function failingAfter(transactions: number, isBroken = false): Database {
    let left = transactions;
    const refuse = () => Promise.reject(new Error('the disk is on fire'));
    return {
      kind: db.kind,
      query: (sql, params) => (left <= 0 && isBroken ? refuse() : db.query(sql, params)),
      exec: (sql) => db.exec(sql),
      transaction(work) {
        left -= 1;
        return left < 0 ? refuse() : db.transaction(work);
      },
      close: async () => {},
    };
  }

  test.each([
    ['once', false],
    ['for good', true],
  ])('%s in the middle of a run: the run says why, and the next one works', async (_, isBroken) => {
    const broken = inProcessClient(engineOver(failingAfter(2, isBroken), db));
    const request = { text: TEMPLATE, scenario: SCENARIO } as const;
    const { run } = await broken.runs.start({ ...request, speed: 1, paused: true });
    expect(await broken.runs.step({ run })).toMatchObject({ status: 'paused' });
    while ((await broken.runs.current())?.status === 'paused') await broken.runs.step({ run });
    expect(await broken.runs.current()).toMatchObject({
      status: 'failed',
      error: 'the disk is on fire',
      outcome: null,
    });
    if (!isBroken) return;
    const next = await runToEnd(broken, { ...request, speed: 'max' });
    expect(next.view).toMatchObject({ status: 'finished', outcome: 'completed' });
  });

  test('before a run: the run says why, and the next one works', async () => {
    const broken = inProcessClient(engineOver(failingAfter(0, true), failingAfter(0), db));
    const failed = await runToEnd(broken, { text: TEMPLATE, speed: 'max' });
    expect(failed.view).toMatchObject({ status: 'failed', error: 'the disk is on fire', events: 0 });
    expect(failed.events).toEqual([]);
  });

  test('to open: the run says why, and it is tried again', async () => {
    let tries = 0;
    const late = createEngine(
      hostWith({
        openDatabase: async () => {
          tries += 1;
          if (tries < 2) throw new Error('no room');
          return emptied(db);
        },
      }),
    );
    const request = { text: TEMPLATE, speed: 'max' } as const;
    const called = inProcessClient(late);
    expect((await runToEnd(called, request)).view).toMatchObject({ status: 'failed', error: 'no room' });
    expect((await runToEnd(called, request)).view).toMatchObject({ status: 'finished' });
  });
});
