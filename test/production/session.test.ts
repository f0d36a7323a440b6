/** One session on a production server: what it cannot do, how it begins, and how a question ends that nobody waits for any more. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import type { Reader } from '../../src-engine/store/production/session/production-session.ts';
import { ProductionSession } from '../../src-engine/store/production/session/production-session.ts';
import { addTask } from './support/add-task.ts';
import { readBackends, readWorkbenchLog, untilWaiting, whileLocked, WORKBENCH } from './support/observed.ts';
import type { Proxy } from './support/proxy.ts';
import { startProxy } from './support/proxy.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

describeWithServer('a session on a production server', () => {
  const server = withServer({ logStatements: true });
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await addTask(database.db, { parents: { first: [] } });
  });
  afterAll(() => database.close());

  async function openSession({ user = 'viewer', port = server.port } = {}): Promise<ProductionSession> {
    const config = { host: '127.0.0.1', port, user, database: database.name };
    return ProductionSession.open({ config, statementTimeoutMs: 4_000 }, WORKBENCH);
  }

  /** Opens a session, lets it work, and closes it whatever comes of that. */
  async function using<T>(work: (session: ProductionSession) => Promise<T>, user = 'viewer'): Promise<T> {
    const session = await openSession({ user });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  async function countTasks(): Promise<number> {
    const [row] = await database.db.query<{ count: number }>(
      'select count(*)::integer as count from tasker_tasks',
    );
    return row?.count ?? -1;
  }

  describe.each(['viewer', 'writer', 'postgres'])('as %s', (user) => {
    /** Copies a task, which is all that anybody could want here. */
    const COPY = `insert into public.tasker_tasks (named_task_id, requested_at, identity_hash, created_at, updated_at)
      select named_task_id, requested_at, gen_random_uuid()::text, created_at, updated_at from public.tasker_tasks limit 1`;

    const attempts: Readonly<Record<string, (reader: Reader) => Promise<unknown>>> = {
      'a plain insert': (reader) => reader.query(COPY),
      'an insert behind a select': (reader) =>
        reader.query(`with added as (${COPY} returning 1) select * from added`),
      'a transaction made writable by its first statement': async (reader) => {
        await reader.query('set transaction_read_only = off');
        await reader.query(COPY);
      },
      'the same as a function': async (reader) => {
        await reader.query("select set_config('transaction_read_only', 'off', true)");
        await reader.query(COPY);
      },
      'the same as a clause': async (reader) => {
        await reader.query('set transaction read write');
        await reader.query(COPY);
      },
      'a second statement in one text': (reader) => reader.query(`commit; ${COPY}`),
      'a sequence': (reader) => reader.query("select nextval('public.tasker_tasks_task_id_seq')"),
      'a row lock': (reader) => reader.query('select 1 from public.tasker_tasks for update'),
      'a table of its own': (reader) => reader.query('create table public.mine (id integer)'),
    };

    test.each(Object.entries(attempts))('%s is refused and changes nothing', async (_, attempt) => {
      const before = await countTasks();
      await using(async (session) => {
        await expect(session.reading(attempt)).rejects.toMatchObject({
          code: expect.stringMatching(/^(?:25001|25006|42501|42601)$/),
        });
        const [row] = await session.reading((reader) =>
          reader.query<{ is: string }>("select current_setting('transaction_read_only') as is"),
        );
        expect(row).toEqual({ is: 'on' });
      }, user);
      expect(await countTasks()).toBe(before);
    });
  });

  test('says with the first message what it may do, and the server keeps to it', async () => {
    const rows = await using((session) =>
      session.reading((reader) =>
        reader.query<{ name: string; setting: string; source: string }>(
          'select name, setting, source from pg_catalog.pg_settings where name = any($1::text[])',
          [Object.keys(SETTINGS)],
        ),
      ),
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual(SETTINGS);
    for (const { name, source } of rows) expect([name, source]).toEqual([name, 'client']);
    const statements = (await readWorkbenchLog(server)).map(({ message }) => message);
    expect(statements.filter((message) => /\bset\s+(?:session|time|statement)/i.test(message))).toEqual([]);
  });

  test('reads take turns, each in a snapshot of its own', async () => {
    await using(async (session) => {
      const read = (reader: Reader) =>
        reader.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot');
      const answers = await Promise.all(
        [1, 2, 3].map(() => session.reading(async (reader) => [await read(reader), await read(reader)])),
      );
      for (const [first, second] of answers) expect(second).toEqual(first);
    });
  });

  test('what outlives its transaction is told so and reads nothing', async () => {
    await using(async (session) => {
      const kept = await session.reading(async (reader) => reader);
      await expect(kept.query('select 1')).rejects.toThrow('the transaction is over');
    });
  });

  test('an aborted read is stopped on the server at once, and the next one works', async () => {
    const session = await openSession();
    await server.clearLog();
    const { took } = await whileLocked(database.db, 'tasker_tasks', async () => {
      const aborting = new AbortController();
      const reading = session.reading(
        (reader) => reader.query('select count(*) from public.tasker_tasks'),
        aborting.signal,
      );
      const ended = expect(reading).rejects.toMatchObject({ code: '57014' });
      const watcher = await openWatcher();
      await untilWaiting(watcher);
      const start = performance.now();
      aborting.abort();
      await ended;
      await watcher.close();
      return { took: performance.now() - start };
    });
    expect(took).toBeLessThan(900);
    const log = await readWorkbenchLog(server);
    expect(log.map(({ message }) => message)).toContain('canceling statement due to user request');
    await expect(session.reading((reader) => reader.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    await session.close();
  });

  test('a cancel that is late meets nobody else', async () => {
    const proxy: Proxy = await startProxy(server.port);
    const session = await openSession({ port: proxy.port });
    const aborting = new AbortController();
    const slow = (seconds: number) => (reader: Reader) =>
      reader.query(`select pg_sleep(${seconds}), 1 as done`);
    const first = session.reading(slow(0.3), aborting.signal).catch(() => undefined);
    await vi.waitFor(async () => expect(await sleeping(0.3)).toBe(true), { interval: 10 });
    proxy.holdNew();
    aborting.abort();
    const second = session.reading(slow(0.5));
    second.catch(() => {});
    await vi.waitFor(async () => expect(await sleeping(0.3)).toBe(false), { interval: 10 });
    // Whoever is not waiting for the cancel begins the next question now.
    await vi
      .waitFor(async () => expect(await sleeping(0.5)).toBe(true), { interval: 10, timeout: 200 })
      .catch(() => {});
    proxy.mend();
    await first;
    await expect(second).resolves.toMatchObject([{ done: 1 }]);
    await session.close();
    await proxy.close();
  });

  async function sleeping(seconds: number): Promise<boolean> {
    const backends = await readBackends(database.db);
    return backends.some(({ state, query }) => state === 'active' && query.includes(`pg_sleep(${seconds})`));
  }

  test('a session is closed within seconds although the network has swallowed the server', async () => {
    const proxy: Proxy = await startProxy(server.port);
    const session = await openSession({ port: proxy.port });
    await session.reading((reader) => reader.query('select 1'));
    proxy.cut();
    const start = performance.now();
    await session.close();
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(session.isLost).toBe(true);
    await proxy.close();
  });

  /** Another session than the one that holds the locks. */
  function openWatcher() {
    return openPostgres(server.url('postgres', database.name), { applicationName: 'watcher' });
  }
});

const SETTINGS = {
  application_name: WORKBENCH,
  default_transaction_read_only: 'on',
  statement_timeout: '4000',
  lock_timeout: '1000',
  idle_in_transaction_session_timeout: '10000',
  TimeZone: 'UTC',
  search_path: 'pg_catalog',
  DateStyle: 'ISO, MDY',
  max_parallel_workers_per_gather: '0',
};
