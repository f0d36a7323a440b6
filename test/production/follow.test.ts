/** Tasks of production as they change: told once, told soon, and told again after whatever happens to the server or the way there. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FollowNews } from '../../src-engine/production/follow.ts';
import { followTasks } from '../../src-engine/production/follow.ts';
import { overview } from '../../src-engine/production/overview.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import { ProductionDatabase } from '../../src-engine/store/production/production-database.ts';
import type { TaskRowFilter } from '../../src-engine/store/production/rows/task-rows.ts';
import { addTask } from './support/add-task.ts';
import { requestOf } from './support/client.ts';
import { coreReleased } from './support/core-database.ts';
import { readWorkbenchLog, untilGone, WORKBENCH } from './support/observed.ts';
import { startProxy } from './support/proxy.ts';
import { PASSWORDS } from './support/roles.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

const STATEMENT_TIMEOUT_MS = 500;

describeWithServer('following the tasks of a production database', () => {
  const server = withServer({
    auth: 'password',
    logStatements: true,
    // What was written before a crash is to be there after it.
    settings: { synchronous_commit: 'on' },
  });
  let database: TestDatabase;
  /** Whatever a test opened, the last first. */
  const opened: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await addTask(database.db, { name: 'long_ago', parents: { only: [] } });
  });
  afterEach(async () => {
    for (const close of opened.splice(0).toReversed()) await close();
  });
  afterAll(() => database.close());

  async function openProduction(url = database.url(), port = server.port): Promise<ProductionDatabase> {
    const { target, password } = requestOf(url, { statementTimeoutMs: STATEMENT_TIMEOUT_MS, port });
    const production = await ProductionDatabase.connect(target, { password, env: {} });
    opened.push(() => production.close());
    return production;
  }

  /** Follows from now on; resolves once it works. */
  async function watch(production: ProductionDatabase, filter: TaskRowFilter = {}, everyMs = 50) {
    const aborting = new AbortController();
    const news: FollowNews[] = [];
    let isOver = false;
    const following = (async () => {
      for await (const each of followTasks(production, filter, aborting.signal, everyMs)) news.push(each);
      isOver = true;
    })();
    opened.push(async () => {
      aborting.abort();
      await following;
    });
    const told = (): readonly string[] =>
      news.flatMap((each) => (each.kind === 'changed' ? each.rows.map(({ task }) => task) : []));
    const troubles = () => news.flatMap((each) => (each.kind === 'trouble' ? [each.trouble] : []));
    await vi.waitFor(() => expect(news).toMatchObject([{ kind: 'changed', rows: [] }]));
    return {
      news,
      told,
      troubles,
      isOver: () => isOver,
      untilTold: (task: number | string) =>
        vi.waitFor(() => expect(told()).toContain(String(task)), { timeout: 8_000, interval: 20 }),
      /** Again, with the time of the server. */
      untilWorking: () =>
        vi.waitFor(
          () =>
            expect(news.at(-1)).toMatchObject({
              kind: 'changed',
              at: expect.stringMatching(/^\d{4}-.*Z$/),
            }),
          { timeout: 12_000, interval: 20 },
        ),
      untilTrouble: () =>
        vi.waitFor(
          () => {
            const [first] = troubles();
            if (first === undefined) throw new Error('nothing went wrong yet');
            return first;
          },
          { timeout: 8_000, interval: 20 },
        ),
    };
  }

  const ONE = { parents: { only: [] } };

  test('a new task is told once, with its steps, and again only when it changed again', async () => {
    const watched = await watch(await openProduction());
    const first = await addTask(database.db, { ...ONE, name: 'told_once' });
    await watched.untilTold(first.taskId);
    await database.db.query(ADD_TRANSITION, [first.id('only')]);
    await vi.waitFor(() => expect(watched.told()).toHaveLength(2), { interval: 20 });
    const last = await addTask(database.db, ONE);
    await watched.untilTold(last.taskId);
    expect(watched.told()).toEqual([first.taskId, first.taskId, last.taskId].map(String));
    const rows = watched.news.flatMap((each) => (each.kind === 'changed' ? each.rows : []));
    expect(rows.map(({ steps }) => steps)).toEqual([
      [{ state: 'pending', count: 1 }],
      [{ state: 'in_progress', count: 1 }],
      [{ state: 'pending', count: 1 }],
    ]);
    for (const each of watched.news)
      expect(each).toMatchObject({ kind: 'changed', at: expect.stringMatching(/Z$/) });
  });

  test('what the filter leaves out is not told', async () => {
    const watched = await watch(await openProduction(), { name: 'check', states: ['in_progress'] });
    await addTask(database.db, { ...ONE, name: 'other', state: 'in_progress' });
    await addTask(database.db, { ...ONE, name: 'checkout', state: 'complete' });
    const wanted = await addTask(database.db, { ...ONE, name: 'checkout', state: 'in_progress' });
    await watched.untilTold(wanted.taskId);
    expect(watched.told()).toEqual([String(wanted.taskId)]);
  });

  test('what is committed after what was written later is told all the same', async () => {
    const { taskId } = await addTask(database.db, ONE);
    const watched = await watch(await openProduction());
    const slow = await openPostgres(server.url('postgres', database.name));
    opened.push(() => slow.close());
    await slow.transaction(async (tx) => {
      await tx.query(START_TASK, [taskId]);
      const quick = await addTask(database.db, { ...ONE, state: 'in_progress' });
      await watched.untilTold(quick.taskId);
      expect(watched.told()).not.toContain(String(taskId));
    });
    await watched.untilTold(taskId);
  });

  test('the very first task of an empty database is told', async () => {
    const empty = await createTaskerDatabase(server);
    opened.push(() => empty.close());
    const watched = await watch(await openProduction(empty.url()));
    const first = await addTask(empty.db, ONE);
    await watched.untilTold(first.taskId);
  });

  test('the successor is followed as well', async () => {
    const core = await coreReleased(server);
    opened.push(() => core.close());
    const watched = await watch(await openProduction(core.url()));
    await core.db.query(
      `insert into tasker.task_transitions (task_uuid, to_state, from_state, sort_key, most_recent)
       values ($1, 'initializing', 'pending', 10, true)`,
      [core.tasks.pending],
    );
    await watched.untilTold(core.tasks.pending);
    expect(watched.told()).toEqual([core.tasks.pending]);
  });

  test('it costs the server one short reading every two seconds, and not a word while nobody follows', async () => {
    const production = await openProduction();
    await server.clearLog();
    const aborting = new AbortController();
    const news = followTasks(production, {}, aborting.signal);
    await news.next();
    await addTask(database.db, ONE);
    await news.next();
    await addTask(database.db, ONE);
    await news.next();
    aborting.abort();
    expect(await news.next()).toMatchObject({ done: true });
    const begun = [...(await server.readLog()).matchAll(BEGUN)].map(([, at = '']) => Date.parse(`${at}Z`));
    expect(begun).toHaveLength(3);
    for (const [index, at] of begun.slice(1).entries())
      expect(at - (begun[index] ?? at)).toBeGreaterThan(1_900);
    expect((await readWorkbenchLog(server)).length).toBeLessThan(40);
  });

  test('it ends when the database is closed', async () => {
    const production = await openProduction();
    const watched = await watch(production);
    await production.close();
    await vi.waitFor(() => expect(watched.isOver()).toBe(true), { timeout: 3_000 });
  });

  describe('through trouble', () => {
    /** As the superuser, after the server was gone and came back. */
    async function openAgain(): Promise<Database> {
      const db = await openPostgres(server.url('postgres', database.name));
      opened.push(() => db.close());
      return db;
    }

    test.each(['stop', 'kill'] as const)('after a %s of the server it goes on by itself', async (how) => {
      const production = await openProduction();
      const watched = await watch(production);
      await server[how]();
      try {
        const { code } = await watched.untilTrouble();
        // As the socket has it: ended, reset, or nobody there any more.
        expect(['lost', 'unreachable', 'refused']).toContain(code);
        await expect(overview(production, 24, undefined)).rejects.toMatchObject({
          name: 'Trouble',
          hint: expect.stringMatching(/\.$/),
        });
      } finally {
        await server.start();
      }
      await watched.untilWorking();
      const db = await openAgain();
      const added = await addTask(db, ONE);
      await watched.untilTold(added.taskId);
      await expect(overview(production, 24, undefined)).resolves.toBeDefined();
    });

    test('pauses become longer while it does not work, up to half a minute', async () => {
      const production = await openProduction();
      await server.stop();
      try {
        const watched: FollowNews[] = [];
        for await (const each of followTasks(production, {}, undefined, 10)) {
          if (watched.push(each) === 5) break;
        }
        const pauses = watched.map((each) => (each.kind === 'trouble' ? each.againInMs : 0));
        expect(pauses).toEqual([20, 40, 80, 160, 320]);
      } finally {
        await server.start();
      }
    });

    test('a network that swallows everything is noticed, said, and forgiven', async () => {
      const proxy = await startProxy(server.port);
      opened.push(() => proxy.close());
      const production = await openProduction(database.url(), proxy.port);
      const watched = await watch(production);
      await overview(production, 24, undefined);
      const start = performance.now();
      proxy.cut();
      const asked = overview(production, 24, undefined).catch((error: unknown) => error);
      const trouble = await watched.untilTrouble();
      expect(performance.now() - start).toBeLessThan(STATEMENT_TIMEOUT_MS + 6_000);
      expect(await asked).toMatchObject({ name: 'Trouble', code: trouble.code });
      expect(trouble).toMatchObject({ code: 'slow', message: expect.stringMatching(/did not answer/) });
      proxy.mend();
      await watched.untilWorking();
      const later = await addTask(await openAgain(), ONE);
      await watched.untilTold(later.taskId);
      await expect(overview(production, 24, undefined)).resolves.toBeDefined();
    });

    test('a changed password ends nothing, and is said once the session is lost', async () => {
      const db = await openAgain();
      const watched = await watch(await openProduction());
      await db.exec(`alter role viewer password 'another-secret-51c2'`);
      try {
        const added = await addTask(db, ONE);
        await watched.untilTold(added.taskId);
        expect(watched.troubles()).toEqual([]);
        await db.query(TERMINATE, [WORKBENCH]);
        await vi.waitFor(() => expect(watched.troubles().map(({ code }) => code)).toContain('auth'), {
          timeout: 5_000,
        });
      } finally {
        await db.exec(`alter role viewer password '${PASSWORDS['viewer']}'`);
      }
      await watched.untilWorking();
      const said = JSON.stringify(
        watched.troubles().map(({ code, message, hint, stack }) => ({ code, message, hint, stack })),
      );
      expect(said).not.toContain(PASSWORDS['viewer']);
      expect(said).not.toContain('another-secret');
    });

    test('no session is left behind by any of it', async () => {
      await untilGone(await openAgain());
    });
  });
});

const ADD_TRANSITION = `
  insert into tasker_workflow_step_transitions (workflow_step_id, to_state, from_state, sort_key, most_recent, created_at, updated_at)
  values ($1, 'in_progress', 'pending', 10, true, now() at time zone 'UTC', now() at time zone 'UTC')`;

const START_TASK = `
  insert into tasker_task_transitions (task_id, to_state, from_state, sort_key, most_recent, created_at, updated_at)
  values ($1, 'in_progress', 'pending', 10, true, now() at time zone 'UTC', now() at time zone 'UTC')`;

const TERMINATE = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1';

const BEGUN = /^(\S+ \S+) UTC .*tasker-workbench \(read only\): LOG: {2}execute \S+: begin /gm;
