/** What the role could do beside reading is found out and said, and the script for a role that only reads makes one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import { connect, requestOf, startWorkbench } from './support/client.ts';
import { coreReleased } from './support/core-database.ts';
import { fillTasks } from './support/fill-tasks.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

const PASSWORD = 'made-by-script-4b1e';

describeWithServer('the role of a production database', () => {
  const server = withServer({ auth: 'password' });
  const workbench = startWorkbench();
  const { production } = workbench.client;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await fillTasks(database.db, { tasks: 100 });
  });
  afterAll(async () => {
    await workbench.close();
    await database.close();
  });

  async function facts(url: string) {
    const checked = await production.check(requestOf(url));
    if (checked.kind === 'failed') throw new Error(checked.trouble.message);
    return checked.facts;
  }

  /** As the superuser, with names as they are. */
  async function administer(to: TestDatabase, sql: string): Promise<void> {
    const admin = await openPostgres(to.url('postgres'));
    try {
      await admin.exec(sql);
    } finally {
      await admin.close();
    }
  }

  /** A new role with what the statements give it, and its URL. */
  async function roleWith(name: string, statements: string, to: TestDatabase = database): Promise<string> {
    await administer(to, `create role ${name} login password '${PASSWORD}'; ${statements}`);
    return urlOf(name, to);
  }

  function urlOf(name: string, to: TestDatabase): string {
    const url = new URL(to.url('viewer'));
    url.username = name;
    url.password = PASSWORD;
    return url.href;
  }

  const READS = (name: string) => `grant select on all tables in schema public to ${name};`;

  test('one that only reads is let in without a word', async () => {
    expect((await facts(database.url('viewer'))).writes).toEqual([]);
    const opened = await production.open({ ...requestOf(database.url('viewer')), anyway: false });
    expect(opened.kind).toBe('open');
    if (opened.kind === 'open') await production.close({ connection: opened.id });
  });

  test.each(['writer', 'postgres'] as const)('%s is asked about before it is let in', async (role) => {
    const request = requestOf(database.url(role));
    const asked = await production.open({ ...request, anyway: false });
    expect(asked.kind).toBe('writable');
    if (asked.kind !== 'writable') return;
    expect(asked.facts.writes.length).toBeGreaterThan(0);
    for (const sentence of asked.facts.writes) expect(sentence).toMatch(/^It may .+\.$|^It is .+\.$/);
    const opened = await production.open({ ...request, anyway: true });
    expect(opened).toMatchObject({ kind: 'open', facts: { writes: asked.facts.writes } });
    if (opened.kind === 'open') await production.close({ connection: opened.id });
  });

  test.each<[string, string, RegExp]>([
    ['a superuser', 'alter role NAME superuser;', /^It is a superuser\.$/],
    [
      'one that can take on the role of a superuser',
      'create role NAME_group superuser; grant NAME_group to NAME;',
      /become a superuser/,
    ],
    ['one that replicates', 'alter role NAME replication;', /replicate/],
    ['a member of pg_write_all_data', 'grant pg_write_all_data to NAME;', /every table/],
    ['one that may write files of the server', 'grant pg_write_server_files to NAME;', /files of the server/],
    [
      'one that may run programs on the server',
      'grant pg_execute_server_program to NAME;',
      /programs on the server/,
    ],
    ['one that may delete', 'grant delete on public.tasker_tasks to NAME;', /change tasker_tasks in/],
    [
      'one that may truncate',
      'grant truncate on public.tasker_workflow_steps to NAME;',
      /change tasker_workflow_steps in/,
    ],
    [
      'one that may change one column',
      'grant update (complete) on public.tasker_tasks to NAME;',
      /change tasker_tasks in/,
    ],
    [
      'one that may change much',
      'grant insert on all tables in schema public to NAME;',
      /change \w+, \w+, \w+ and \d+ more tables in schema public/,
    ],
    [
      'one with the rights of a group',
      'create role NAME_group; grant update on public.tasker_tasks to NAME_group; grant NAME_group to NAME;',
      /change tasker_tasks in/,
    ],
    [
      'one that can take on the role of somebody who writes',
      'create role NAME_group; grant update on public.tasker_tasks to NAME_group; alter role NAME noinherit; grant NAME_group to NAME;',
      /change tasker_tasks in/,
    ],
    [
      'one that may create tables',
      'grant create on schema public to NAME;',
      /create tables in schema public/,
    ],
    ['one that may create schemas', 'grant create on database DATABASE to NAME;', /create schemas/],
  ])('%s is told so', async (words, statements, sentence) => {
    const name = words.replaceAll(/\W+/g, '_');
    const sql = statements.replaceAll('NAME', name).replaceAll('DATABASE', database.name);
    const url = await roleWith(name, `${READS(name)} ${sql}`);
    const { writes } = await facts(url);
    expect(writes).toContainEqual(expect.stringMatching(sentence));
  });

  test('one that may not read all tables is told which', async () => {
    const url = await roleWith(
      'reads_some',
      `${READS('reads_some')} revoke select on public.tasker_workflow_steps, public.tasker_task_transitions from reads_some;`,
    );
    const checked = await production.check(requestOf(url));
    expect(checked).toMatchObject({ kind: 'failed', trouble: { code: 'not_allowed' } });
    if (checked.kind !== 'failed') return;
    expect(checked.trouble.message).toMatch(
      /tasker_workflow_steps, tasker_task_transitions in schema public/,
    );
    expect(checked.trouble.message).not.toMatch(/named/);
    expect(checked.trouble.hint).toMatch(/grant select/i);
  });

  test('one that may not even see the schema is told what it lacks', async () => {
    const own = await createTaskerDatabase(server, { schema: 'workflows' });
    const url = await roleWith(
      'sees_nothing',
      'grant select on all tables in schema workflows to sees_nothing;',
      own,
    );
    const checked = await production.check(requestOf(url));
    expect(checked).toMatchObject({
      kind: 'failed',
      trouble: { code: 'not_allowed', hint: expect.stringMatching(/usage on schema workflows/i) },
    });
    await administer(own, 'drop owned by sees_nothing');
    await own.close();
  });

  describe('the script for a role that only reads', () => {
    const databases: Readonly<Record<string, () => Promise<TestDatabase>>> = {
      'an install in public': () => createTaskerDatabase(server),
      'one in a schema of its own': () => createTaskerDatabase(server, { schema: 'workflows' }),
      'one without functions': () => createTaskerDatabase(server, { functions: 'none' }),
      'the successor': () => coreReleased(server),
      'the successor without its function': async () => {
        const core = await coreReleased(server);
        await core.db.exec('drop function tasker.get_step_readiness_status');
        return core;
      },
    };

    test.each(Object.entries(databases))('works for %s', async (kind, make) => {
      const made = await make();
      try {
        if (!kind.startsWith('the successor')) await fillTasks(made.db, { tasks: 64 });
        const { viewerScript } = await facts(made.url('postgres'));
        await administer(made, viewerScript.replace('choose one', PASSWORD));
        const url = urlOf('tasker_viewer', made);
        expect((await facts(url)).writes).toEqual([]);
        const connection = await connect(workbench, url);
        const { rows } = await production.tasks({ connection, filter: {}, limit: 5 });
        expect(rows).toHaveLength(5);
        const task = rows[0]?.task ?? '';
        await expect(production.overview({ connection, hours: 24 })).resolves.toBeDefined();
        await expect(production.stuck({ connection })).resolves.toBeDefined();
        await expect(production.maskPreview({ connection, task })).resolves.toBeDefined();
        await expect(production.drift({ connection, text: TEMPLATE })).resolves.toBeDefined();
        if (kind.startsWith('the successor')) await production.task({ connection, task });
        await production.close({ connection });
      } finally {
        await administer(
          made,
          `do $$ begin if exists (select from pg_roles where rolname = 'tasker_viewer')
           then drop owned by tasker_viewer; drop role tasker_viewer; end if; end $$`,
        );
        await made.close();
      }
    });

    test('also makes the server itself refuse to write', async () => {
      const { viewerScript } = await facts(database.url('postgres'));
      await administer(database, viewerScript.replace('choose one', PASSWORD));
      const session = await openPostgres(urlOf('tasker_viewer', database));
      await expect(session.query('create temp table mine (id integer)')).rejects.toMatchObject({
        code: '25006',
      });
      const limits = await session.query(
        `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('idle_in_transaction_session_timeout') as idle`,
      );
      expect(limits).toEqual([{ statement: '10s', lock: '1s', idle: '10s' }]);
      await session.close();
      await administer(database, 'drop owned by tasker_viewer; drop role tasker_viewer');
    });
  });
});

const TEMPLATE = 'name: x\ntask_handler_class: X\nstep_templates:\n  - { name: a, handler_class: A }\n';
