/** Looking into a production database changes nothing there: everything is asked once, and what the server saw of it is gone through. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src-engine/api/contract/contract.ts';
import { groupBy } from '../../src-engine/group-by.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import { addTask } from './support/add-task.ts';
import { connect, requestOf, startWorkbench } from './support/client.ts';
import { fillTasks } from './support/fill-tasks.ts';
import type { Lock, LogEntry } from './support/observed.ts';
import {
  readChecksums,
  readCounters,
  readLocks,
  readWorkbenchLog,
  untilGone,
  untilWaiting,
  whileLocked,
} from './support/observed.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

const HOSTILE = "'; drop table tasker_tasks; --";

describeWithServer('looking into a production database', () => {
  // What the server does by itself would be counted as well.
  const server = withServer({ logStatements: true, settings: { autovacuum: 'off' } });
  const workbench = startWorkbench();
  const { production } = workbench.client;
  let database: TestDatabase;
  let watcher: Database;
  let task: string;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await fillTasks(database.db, { tasks: 500 });
    watcher = await openPostgres(server.url('postgres', database.name), { applicationName: 'watcher' });
    const added = await addTask(database.db, {
      name: 'checkout',
      parents: { charge: [], ship: ['charge'] },
      state: 'in_progress',
      steps: { charge: { state: 'error', attempts: 1, ago: 60 } },
      context: { email: 'a@example.com' },
    });
    task = String(added.taskId);
  });
  afterAll(async () => {
    await workbench.close();
    await watcher.close();
    await database.close();
  });

  type Procedure = keyof typeof contract.production;

  /** One procedure after the other, each with everything it can be asked for. */
  function calls(role: 'viewer' | 'writer', connection: string) {
    const request = requestOf(database.url(role));
    const template =
      'name: checkout\nnamespace_name: default\nversion: 1.0.0\ntask_handler_class: C\n' +
      'step_templates:\n  - { name: charge, handler_class: A }\n';
    const all: Readonly<Record<Procedure, () => Promise<unknown>>> = {
      check: () => production.check(request),
      open: async () => {
        const opened = await production.open({ ...request, anyway: false });
        expect(opened.kind).toBe(role === 'viewer' ? 'open' : 'writable');
        if (opened.kind === 'open') await production.close({ connection: opened.id });
      },
      overview: () => production.overview({ connection, hours: 24 }),
      tasks: async () => {
        for (const filter of filters(task)) await production.tasks({ connection, filter, limit: 20 });
        await production.tasks({ connection, filter: {}, before: task, limit: 20 });
        await expect(
          production.tasks({ connection, filter: {}, before: HOSTILE, limit: 20 }),
        ).rejects.toThrow('no task');
      },
      stuck: async () => {
        await production.stuck({ connection });
        await production.stuck({ connection, after: task });
      },
      task: async () => {
        await production.task({ connection, task });
        await expect(production.task({ connection, task: HOSTILE })).rejects.toThrow('no task');
      },
      follow: async () => {
        const aborting = new AbortController();
        const news = await production.follow({ connection, filter: {} }, { signal: aborting.signal });
        expect((await news.next()).value).toMatchObject({ kind: 'changed', rows: [] });
        aborting.abort();
        await news.return?.();
      },
      drift: async () => {
        await production.drift({ connection, text: template });
        await production.drift({ connection, text: template.replace('checkout', `"${HOSTILE}"`) });
      },
      functions: () => production.functions({ connection }),
      maskPreview: () => production.maskPreview({ connection, task }),
      bringHome: async () => {
        for (const functions of ['profile', 'production'] as const) {
          const how = { profile: 'rails-1.0', inProgress: 'goes_on', functions } as const;
          await production.bringHome({ connection, task, mask: ['email'], ...how });
        }
      },
      close: () => production.close({ connection }),
    };
    return all;
  }

  describe.each(['viewer', 'writer'] as const)('as %s', (role) => {
    let log: readonly LogEntry[];
    const locks: Lock[] = [];

    test('no row of the whole database is inserted, updated, deleted or otherwise', async () => {
      const sums = await readChecksums(database.db);
      const counters = await readCounters(database.db);
      await server.clearLog();
      const stopped = new AbortController();
      const sampling = sample(watcher, locks, stopped.signal);
      try {
        const connection = await connect(workbench, database.url(role));
        const all = calls(role, connection);
        expect(Object.keys(all).sort()).toEqual(Object.keys(contract.production).sort());
        for (const call of Object.values(all)) await call();
        await untilGone(watcher);
      } finally {
        stopped.abort();
        await sampling;
      }
      log = await readWorkbenchLog(server);
      expect(await readCounters(database.db)).toEqual(counters);
      expect(await readChecksums(database.db)).toEqual(sums);
    });

    test('every statement is prepared, and one of a few kinds that only read', () => {
      const statements = log.filter(({ level, message }) => level === 'LOG' && SAID.test(message));
      expect(new Set(statements.map(({ user }) => user))).toEqual(new Set([role]));
      expect(statements.length).toBeGreaterThan(100);
      const odd = statements.filter(({ message }) => !isHarmless(message));
      expect(odd.map(({ message }) => message)).toEqual([]);
      expect(log.filter(({ level }) => level === 'ERROR')).toEqual([]);
    });

    test('what was asked for is never part of a statement', () => {
      const holding = log.filter(({ message }) => message.includes('drop table'));
      expect(holding.length).toBeGreaterThan(0);
      expect(new Set(holding.map(({ level }) => level))).toEqual(new Set(['DETAIL']));
    });

    test('no function is called that may change something', async () => {
      const texts = log.map(({ message }) => withoutTexts(message)).filter((text) => SAID.test(text));
      const names = new Set(texts.flatMap((text) => text.match(/\b[a-z_]\w*(?=\s*\()/gi) ?? []));
      expect([...names]).toContain('json_agg');
      const volatile = await watcher.query(
        `select proname from pg_proc where proname = any($1::name[]) and provolatile = 'v'`,
        [[...names]],
      );
      // Volatile because a standby may become the main server; it changes nothing.
      expect(volatile).toEqual([{ proname: 'pg_is_in_recovery' }]);
    });

    test('every transaction begins with the question that makes it stay read only, and ends', () => {
      const bySession = groupBy(
        log.filter(({ message }) => SAID.test(message)),
        ({ pid }) => pid,
      );
      for (const entries of bySession.values()) {
        const texts = entries.map(({ message }) => textOf(message));
        for (const [index, text] of texts.entries()) {
          if (text === BEGIN) expect(texts[index + 1]).toMatch(/'transaction_read_only'/);
          if (index === 0 || /^(?:commit|rollback)$/.test(texts[index - 1] ?? '')) expect(text).toBe(BEGIN);
        }
        expect(texts.at(-1)).toMatch(/^(?:commit|rollback)$/);
      }
    });

    test('no lock but the weakest is held on any table, at any moment', () => {
      const onTables = locks.filter(({ kind }) => kind === 'relation');
      expect(onTables.length).toBeGreaterThan(0);
      expect(new Set(onTables.map(({ mode }) => mode))).toEqual(new Set(['AccessShareLock']));
      // Without a number of its own a transaction has written nothing.
      expect(new Set(locks.map(({ kind }) => kind))).not.toContain('transactionid');
    });

    test('following while others work adds nothing to what they write', async () => {
      const connection = await connect(workbench, database.url(role));
      const before = await readCounters(database.db);
      await server.clearLog();
      const aborting = new AbortController();
      const news = await production.follow({ connection, filter: {} }, { signal: aborting.signal });
      await news.next();
      for (const reason of ['first', 'second']) {
        await database.db.query(MOVE, [Number(task), reason]);
        expect((await news.next()).value).toMatchObject({ kind: 'changed', rows: [{ task }] });
      }
      aborting.abort();
      await news.return?.();
      await production.close({ connection });
      await untilGone(watcher);
      const after = await readCounters(database.db);
      const gained = after.database.map((count, index) => count - (before.database[index] ?? 0));
      expect(gained).toEqual([2, 2, 0]);
      const changed = Object.keys(after.tables).filter(
        (table) => String(after.tables[table]) !== String(before.tables[table]),
      );
      expect(changed).toEqual(['public.tasker_task_transitions']);
      const followed = (await readWorkbenchLog(server)).filter(({ message }) => SAID.test(message));
      expect(followed.filter(({ message }) => !isHarmless(message))).toEqual([]);
    });
  });

  test.each(['overview', 'tasks', 'stuck', 'task', 'maskPreview'] as const)(
    '%s holds only the weakest locks while it waits for a table',
    async (name) => {
      const connection = await connect(workbench, database.url('viewer'));
      await whileLocked(database.db, 'tasker_workflow_step_transitions', async () => {
        const all = calls('viewer', connection);
        const call = all[name]().then(
          () => 'answered',
          (error: unknown) => String(error),
        );
        await untilWaiting(watcher);
        const held = (await readLocks(watcher)).filter(({ kind }) => kind === 'relation');
        expect(held.map(({ relation }) => relation)).toContain('tasker_workflow_step_transitions');
        expect(new Set(held.map(({ mode }) => mode))).toEqual(new Set(['AccessShareLock']));
        expect(await call).toMatch(/somebody holds a lock/);
      });
      await expect(calls('viewer', connection)[name]()).resolves.not.toThrow();
      await production.close({ connection });
    },
  );
});

const BEGIN = 'begin transaction isolation level repeatable read read only';
const SAID = /^(?:execute \S+|statement): /;

function textOf(message: string): string {
  return message.replace(/^execute \S+: /, '');
}

/** Words in quotes are values, not deeds. */
function withoutTexts(message: string): string {
  return message.replaceAll(/'[^']*'/g, "''");
}

const DEEDS =
  /\b(?:insert|update|delete|merge|truncate|create|alter|drop|grant|call|do|copy|set|reset|lock|share|listen|notify|pg_notify|nextval|setval|set_config|pg_sleep\w*|pg_\w*advisory\w*|pg_terminate_backend|pg_cancel_backend|pg_read_\w+|lo_\w+|dblink\w*|txid_current|pg_current_xact_id)\b/i;

function isHarmless(message: string): boolean {
  if (!message.startsWith('execute wb')) return false;
  const text = textOf(message);
  if ([BEGIN, 'commit', 'rollback'].includes(text)) return true;
  return /^(?:select|with)\s/i.test(text) && !text.includes(';') && !DEEDS.test(withoutTexts(text));
}

/** Every filter there is, with what people enter and with what they should not. */
function filters(task: string) {
  const then = '2020-01-01T00:00:00Z';
  return [
    {},
    { states: ['error', 'pending', HOSTILE] },
    { namespace: HOSTILE },
    { name: HOSTILE },
    { version: HOSTILE },
    { context: HOSTILE },
    { context: String.raw`%_\ ' "` },
    { createdAfter: then },
    { createdBefore: then },
    { stuckOnly: true },
    { stuckOnly: true, name: HOSTILE },
    {
      states: ['in_progress'],
      namespace: 'default',
      name: 'checkout',
      version: '1.0.0',
      createdAfter: then,
      context: task,
    },
  ];
}

/** One transition more, as the engine writes it: a row changed and a row added. */
const MOVE = `
  with last as (
    update tasker_task_transitions set most_recent = false where task_id = $1 and most_recent returning sort_key, to_state)
  insert into tasker_task_transitions (task_id, from_state, to_state, sort_key, most_recent, metadata, created_at, updated_at)
  select $1, to_state, to_state, sort_key + 10, true, json_build_object('reason', $2::text), now() at time zone 'UTC', now() at time zone 'UTC'
  from last`;

async function sample(db: Database, into: Lock[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) into.push(...(await readLocks(db)));
}
