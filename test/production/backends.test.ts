/** How many sessions an open production database has on its server, whatever is asked at once and whatever becomes of them. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src-engine/store/database.ts';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import type { Workbench } from './support/client.ts';
import { connect, requestOf, startWorkbench } from './support/client.ts';
import { fillTasks } from './support/fill-tasks.ts';
import {
  readBackends,
  readWorkbenchLog,
  untilGone,
  untilWaiting,
  whileLocked,
  WORKBENCH,
} from './support/observed.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

describeWithServer('the sessions of an open production database', () => {
  const server = withServer();
  const workbench: Workbench = startWorkbench();
  const { production } = workbench.client;
  let database: TestDatabase;
  let watcher: Database;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await fillTasks(database.db, { tasks: 200 });
    watcher = await openPostgres(server.url('postgres', database.name), { applicationName: 'watcher' });
  });
  beforeEach(() => untilGone(watcher));
  afterAll(async () => {
    await workbench.close();
    await watcher.close();
    await database.close();
  });

  /** Several windows' worth of questions. */
  function askMuch(connection: string): Promise<unknown> {
    return Promise.all([
      production.overview({ connection, hours: 24 }),
      production.stuck({ connection }),
      ...[1, 2, 3, 4].map((hours) => production.overview({ connection, hours })),
      ...['checkout', 'order'].map((name) => production.tasks({ connection, filter: { name }, limit: 50 })),
    ]);
  }

  async function follow(connection: string) {
    const aborting = new AbortController();
    const news = await production.follow({ connection, filter: {} }, { signal: aborting.signal });
    await news.next();
    return async () => {
      aborting.abort();
      await news.return?.();
    };
  }

  /** The most sessions that were there at once while `work` went on. */
  async function mostWhile(work: () => Promise<unknown>): Promise<number> {
    const done = new AbortController();
    const working = work().finally(() => done.abort());
    let most = 0;
    while (!done.signal.aborted) most = Math.max(most, (await readBackends(watcher)).length);
    await working;
    return most;
  }

  test('there are two at most with many views and several followers', async () => {
    const connection = await connect(workbench, database.url());
    const stops = await Promise.all([follow(connection), follow(connection)]);
    expect(await mostWhile(() => Promise.all([askMuch(connection), follow(connection)]))).toBe(2);
    for (const stop of stops) await stop();
    await production.close({ connection });
  });

  test('a lost one is replaced by one, also where many ask at once, and none is forgotten', async () => {
    const connection = await connect(workbench, database.url());
    await watcher.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
      [WORKBENCH],
    );
    await untilGone(watcher);
    // Whoever asks before the end of the session has arrived here is told that it was lost.
    expect(await mostWhile(() => askMuch(connection).catch(() => askMuch(connection)))).toBe(1);
    await production.close({ connection });
    await untilGone(watcher);
  });

  test('closing ends them, whatever goes on', async () => {
    const connection = await connect(workbench, database.url());
    await follow(connection);
    await whileLocked(database.db, 'tasker_tasks', async () => {
      const asked = production.overview({ connection, hours: 24 }).catch((error: unknown) => error);
      await untilWaiting(watcher);
      await production.close({ connection });
      await untilGone(watcher);
      expect(await asked).toMatchObject({ code: 'INSPECTION_FAILED' });
    });
    await expect(production.overview({ connection, hours: 24 })).rejects.toMatchObject({
      code: 'NO_SUCH_CONNECTION',
    });
  });

  test('a session that was being opened while the database was closed is closed as well', async () => {
    const connection = await connect(workbench, database.url());
    const following = follow(connection).catch(() => undefined);
    const asking = askMuch(connection).catch(() => undefined);
    await production.close({ connection });
    await Promise.all([following, asking]);
    await untilGone(watcher);
  });

  test('looking whether it works leaves none behind', async () => {
    expect(await production.check(requestOf(database.url()))).toMatchObject({ kind: 'ok' });
    await untilGone(watcher);
    const writer = requestOf(database.url('writer'));
    expect(await production.open({ ...writer, anyway: false })).toMatchObject({ kind: 'writable' });
    await untilGone(watcher);
  });

  test('of more than four open databases the first gives way', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await connect(workbench, database.url()));
    await vi.waitFor(async () => expect(await readBackends(watcher)).toHaveLength(4));
    const [first = '', second = ''] = ids;
    await expect(production.stuck({ connection: first })).rejects.toMatchObject({
      code: 'NO_SUCH_CONNECTION',
    });
    await expect(production.stuck({ connection: second })).resolves.toMatchObject({
      looked: expect.any(Number),
    });
    for (const connection of ids) await production.close({ connection });
  });

  test('leaving a view stops its question on the server within a second', async () => {
    const connection = await connect(workbench, database.url());
    await server.clearLog();
    await whileLocked(database.db, 'tasker_tasks', async () => {
      const aborting = new AbortController();
      const asked = production.overview({ connection, hours: 24 }, { signal: aborting.signal });
      const ended = expect(asked).rejects.toThrow();
      await untilWaiting(watcher);
      const start = performance.now();
      aborting.abort();
      await ended;
      await vi.waitFor(
        async () => {
          const log = await readWorkbenchLog(server);
          expect(log.map(({ message }) => message)).toContain('canceling statement due to user request');
        },
        { interval: 10 },
      );
      expect(performance.now() - start).toBeLessThan(1_000);
    });
    const page = await production.tasks({ connection, filter: {}, limit: 1 });
    expect(page.rows).toHaveLength(1);
    await production.close({ connection });
  });
});
