/** What is installed in a database is found out, whatever was done to it, and what can be read is read. */
import { afterAll, describe, expect, test } from 'vitest';
import type { ConnectionTarget } from '../../src-engine/connection/target.ts';
import { addTask } from './support/add-task.ts';
import { connect, requestOf, startWorkbench } from './support/client.ts';
import { coreReleased, installCore } from './support/core-database.ts';
import { describeWithServer, withServer } from './support/server.ts';
import { CORE_READINESS } from './support/sql/core-schema.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';
import {
  beforeNamespaces,
  coreEarly,
  inOwnSchema,
  type Variant,
  withDependsOnColumn,
  withFirstReadiness,
  withoutFunctions,
  withoutTasker,
  withStatusColumn,
  withTablePrefix,
} from './support/variants.ts';

describeWithServer('what is installed in a database', () => {
  const server = withServer({ logStatements: true });
  const workbench = startWorkbench();
  const { production } = workbench.client;
  afterAll(() => workbench.close());

  async function using<T>(variant: Variant, work: (database: TestDatabase) => Promise<T>): Promise<T> {
    const database = await variant(server);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  async function facts(database: TestDatabase, changes: Partial<ConnectionTarget> = {}) {
    const checked = await production.check(requestOf(database.url(), changes));
    if (checked.kind === 'failed') throw new Error(checked.trouble.message);
    return checked.facts;
  }

  /** Asks everything that there is to ask, and gives back what a task looks like. */
  async function readAll(database: TestDatabase, changes: Partial<ConnectionTarget> = {}) {
    const connection = await connect(workbench, database.url(), changes);
    const overview = await production.overview({ connection, hours: 24 });
    const { rows } = await production.tasks({ connection, filter: {}, limit: 50 });
    const stuck = await production.stuck({ connection });
    const details = [];
    for (const { task } of rows) details.push(await production.task({ connection, task }));
    await production.close({ connection });
    return { overview, rows, stuck, details };
  }

  const today: Variant = (to) => createTaskerDatabase(to);

  describe.each<[string, Variant, object, readonly RegExp[]]>([
    ['an install of today', today, { schema: 'public', prefix: 'tasker_', readiness: 'v02' }, []],
    [
      'one in a schema of its own',
      inOwnSchema,
      { schema: 'workflows', prefix: 'tasker_', readiness: 'v02' },
      [],
    ],
    [
      'one with longer names of tables',
      withTablePrefix,
      { schema: 'public', prefix: 'acme_tasker_', readiness: 'v02' },
      [],
    ],
    [
      'one with the first readiness functions',
      withFirstReadiness,
      { readiness: 'v01' },
      [/first version: a step whose attempts are null is never ready/],
    ],
    ['one without functions', withoutFunctions, { readiness: 'none' }, [/functions are missing/]],
    [
      'one from before namespaces',
      beforeNamespaces,
      { readiness: 'v01' },
      [/first version/, /no namespaces/, /no versions/, /no analytics functions/],
    ],
    [
      'one with columns for the status',
      withStatusColumn,
      { readiness: 'none' },
      [/functions are missing/, /no namespaces/, /no versions/, /status column/],
    ],
  ])('%s', (_, variant, found, notes) => {
    test('is named, with what it lacks, and everything in it can be read', () =>
      using(variant, async (database) => {
        await addOwn(database);
        const said = await facts(database);
        expect(said).toMatchObject({ generation: 'rails', ...found });
        const [first = '', ...others] = said.notes;
        expect(first).toBe(`Tasker for Rails in schema ${said.schema}.`);
        expect(others).toHaveLength(notes.length);
        for (const [index, note] of notes.entries()) expect(others[index]).toMatch(note);
        for (const note of said.notes) expect(note).toMatch(/^[A-Z].*\.$/);
        const { overview, rows, stuck, details } = await readAll(database);
        expect(rows.length).toBeGreaterThan(0);
        expect(overview.looked).toEqual({ tasks: rows.length, isAll: true });
        expect(stuck.looked).toBeGreaterThan(0);
        for (const { steps, judgedBy } of details) {
          expect(steps.length).toBeGreaterThan(0);
          expect(judgedBy).toMatch(/shipped engine/);
        }
      }));
  });

  /** A task, unless the variant came with some. */
  async function addOwn({ db }: TestDatabase): Promise<void> {
    const [row] = await db.query<{ count: number }>('select count(*)::integer as count from tasker_tasks');
    if (row?.count === 0) await addTask(db, { parents: { fetch: [], store: ['fetch'] }, created: 3_600 });
  }

  test.each<[string, Variant, string, RegExp]>([
    ['one whose steps name their parent', withDependsOnColumn, 'too_old', /April 2025/],
    ['an early successor', coreEarly, 'early_core', /early tasker-core/],
    ['an early successor that has no uuids yet', claimsOnly, 'early_core', /early tasker-core/],
    ["somebody else's database", withoutTasker, 'not_tasker', /No schema of this database holds/],
    ['one of which a table is missing', withoutEdges, 'too_old', /tasker_workflow_step_edges is missing/],
  ])('%s is refused, and nothing more is read', (_, variant, code, message) =>
    using(variant, async (database) => {
      await server.clearLog();
      const checked = await production.check(requestOf(database.url()));
      expect(checked).toMatchObject({
        kind: 'failed',
        trouble: { code, message: expect.stringMatching(message) },
      });
      expect(await server.readLog()).not.toMatch(/(?:from|join) "/);
    }),
  );

  test('a schema that holds no Tasker is said by its name', () =>
    using(today, async (database) => {
      const checked = await production.check(requestOf(database.url(), { schema: 'elsewhere' }));
      expect(checked).toMatchObject({
        kind: 'failed',
        trouble: { code: 'not_tasker', message: expect.stringMatching(/^Schema elsewhere/) },
      });
    }));

  test('attempts of null are read as they are, and said to be waiting for ever with the first functions', () =>
    using(withFirstReadiness, async (database) => {
      const { taskId } = await addTask(database.db, {
        parents: { fetch: [] },
        state: 'in_progress',
        steps: { fetch: { attempts: null } },
        created: 3_600,
      });
      const { details, stuck, overview } = await readAll(database);
      expect(details[0]).toMatchObject({
        row: { task: String(taskId) },
        steps: [{ name: 'fetch', attempts: 0 }],
      });
      expect(details[0]?.notes.join(' ')).toMatch(
        /fetch: attempts is null, which old readiness functions never find ready/,
      );
      expect(overview.steps).toMatchObject({ steps: 1, retried: 0, retries: 0 });
      expect(stuck.looked).toBe(1);
    }));

  test('two installs in one database are said, and the schema chooses', () =>
    using(today, async (database) => {
      await addTask(database.db, { parents: { fetch: [] } });
      await installCore(database.db);
      const both = await facts(database);
      expect(both).toMatchObject({ generation: 'core', schema: 'tasker' });
      expect(both.notes.at(-1)).toMatch(/more than once here: also in schema public \(Tasker for Rails\)/);
      const core = await facts(database, { schema: 'tasker' });
      expect(core).toMatchObject({ generation: 'core' });
      const rails = await facts(database, { schema: 'public' });
      expect(rails).toMatchObject({ generation: 'rails', prefix: 'tasker_' });
      for (const { notes } of [core, rails]) expect(notes.join(' ')).not.toMatch(/more than once/);
      expect((await readAll(database, { schema: 'public' })).rows).toHaveLength(1);
      expect((await readAll(database, { schema: 'tasker' })).rows).toHaveLength(11);
    }));

  describe('the successor', () => {
    test('is read in all its states, and judged by its own function', () =>
      using(coreReleased, async (database) => {
        const { tasks } = database as Awaited<ReturnType<typeof coreReleased>>;
        expect(await facts(database)).toMatchObject({
          generation: 'core',
          schema: 'tasker',
          prefix: '',
          readiness: 'own',
          notes: ['tasker-core in schema tasker.'],
        });
        const { overview, details } = await readAll(database);
        expect(new Set(overview.states.map(({ state }) => state))).toEqual(new Set(Object.keys(tasks)));
        const words = (state: keyof typeof tasks) =>
          details.find(({ row }) => row.task === tasks[state])?.steps.map((step) => step.words);
        expect(words('pending')).toEqual([
          'is ready',
          'waits for 1 of its 1 parents',
          'waits for 1 of its 1 parents',
        ]);
        expect(words('waiting_for_retry')?.[1]).toMatch(/^waits until \d{4}-.*Z$/);
        expect(words('blocked_by_failures')?.[1]).toBe('is error');
        expect(words('evaluating_results')?.[1]).toBe('is enqueued for orchestration');
        for (const { judgedBy, notes, template } of details) {
          expect(judgedBy).toMatch(/own function/);
          expect(notes).toEqual([]);
          expect(template).toBeNull();
        }
      }));

    test('is never simulated: its engine is another one', () =>
      using(coreReleased, async (database) => {
        const connection = await connect(workbench, database.url());
        const { rows } = await production.tasks({ connection, filter: {}, limit: 1 });
        const home = production.bringHome({
          connection,
          task: rows[0]?.task ?? '',
          profile: 'rails-1.0',
          mask: [],
          inProgress: 'goes_on',
        });
        await expect(home).rejects.toMatchObject({
          code: 'BAD_FORK',
          message: expect.stringMatching(/another engine/),
        });
        await production.close({ connection });
      }));

    test.each([
      ['declared to change something', 'alter function tasker.get_step_readiness_status volatile'],
      [
        'runs with the rights of its owner',
        'alter function tasker.get_step_readiness_status security definer',
      ],
      [
        'hides behind a harmless one of the same name',
        `drop function tasker.get_step_readiness_status;
         create function tasker.get_step_readiness_status(text) returns integer language sql stable as 'select 1';
         ${CORE_READINESS} alter function tasker.get_step_readiness_status(uuid, uuid[]) volatile`,
      ],
      ['is gone', 'drop function tasker.get_step_readiness_status'],
    ])('has a function that is not called when it %s', (_, sql) =>
      using(coreReleased, async (database) => {
        const { tasks } = database as Awaited<ReturnType<typeof coreReleased>>;
        await database.db.exec(sql);
        const connection = await connect(workbench, database.url());
        await server.clearLog();
        const detail = await production.task({ connection, task: tasks.pending });
        expect(detail.judgedBy).toMatch(/^nobody/);
        expect(detail.steps).toHaveLength(3);
        for (const step of detail.steps) expect(step).toMatchObject({ words: 'is pending', ready: false });
        expect(await server.readLog()).not.toMatch(/get_step_readiness_status"?\(/);
        await production.close({ connection });
      }),
    );
  });
});

/** Names of Tasker with the function that only the successor has. */
const claimsOnly: Variant = async (server) => {
  const database = await createTaskerDatabase(server);
  await database.db.exec(
    `create function public.claim_ready_tasks(max_tasks integer default 10) returns setof bigint language sql as $$
       select task_id from public.tasker_tasks limit max_tasks $$`,
  );
  return database;
};

const withoutEdges: Variant = async (server) => {
  const database = await createTaskerDatabase(server, { functions: 'none' });
  await database.db.exec('drop table tasker_workflow_step_edges');
  return database;
};
