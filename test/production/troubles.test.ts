/** Whatever keeps somebody from a production database, or from an answer, is said in words that help, and without the password. */
import { createServer } from 'node:net';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ConnectionTarget } from '../../src-engine/connection/target.ts';
import { connect, requestOf, startWorkbench } from './support/client.ts';
import { fillTasks } from './support/fill-tasks.ts';
import { whileLocked } from './support/observed.ts';
import { startProxy } from './support/proxy.ts';
import { PASSWORDS } from './support/roles.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

const WRONG = 'wrong-secret-0d5e';
const SECRETS = [...Object.values(PASSWORDS), WRONG];

describeWithServer('trouble with a production database', () => {
  const server = withServer({
    auth: 'password',
    hba: ['host all nobody_in all reject'],
    settings: { max_connections: '12', superuser_reserved_connections: '3' },
  });
  const workbench = startWorkbench();
  const { production } = workbench.client;
  let database: TestDatabase;
  const answers: unknown[] = [];

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    await fillTasks(database.db, { tasks: 100 });
    await database.db.exec("create role no_login password 'no-login-secret'; create role nobody_in login");
  });
  afterEach(() => {
    const said = JSON.stringify(answers.splice(0));
    for (const secret of SECRETS) expect(said).not.toContain(secret);
  });
  afterAll(async () => {
    await workbench.close();
    await database.close();
  });

  /** What is said of a connection that does not come about. */
  async function troubleWith(
    changes: Partial<ConnectionTarget>,
    { url = database.url(), password = requestOf(url).password } = {},
  ) {
    const { target } = requestOf(url, changes);
    const checked = await production.check({ target, ...(password === undefined ? {} : { password }) });
    const opened = await production.open({
      target,
      ...(password === undefined ? {} : { password }),
      anyway: true,
    });
    answers.push(checked, opened);
    if (checked.kind !== 'failed') throw new Error('there was no trouble');
    // Who opens is told the same as who only looks.
    expect(opened).toEqual(checked);
    const { trouble } = checked;
    expect(trouble.message).toMatch(/^[A-Z\w].*\.$/);
    expect(trouble.hint).toMatch(/\.$/);
    return trouble;
  }

  test('a port at which nobody listens', async () => {
    const { port, close } = await startProxy(server.port);
    await close();
    const trouble = await troubleWith({ port });
    expect(trouble).toMatchObject({
      code: 'refused',
      message: `Nothing listens at 127.0.0.1:${port}.`,
    });
  });

  test('a host that nobody knows', async () => {
    const trouble = await troubleWith({ host: 'database.invalid', tls: { mode: 'verify-full' } });
    expect(trouble).toMatchObject({ code: 'dns', message: expect.stringContaining('database.invalid') });
  });

  test('a wrong password, and none at all', async () => {
    const wrong = await troubleWith({}, { password: WRONG });
    expect(wrong).toMatchObject({ code: 'auth', message: expect.stringMatching(/not accepted/) });
    const none = await troubleWith({}, { password: '' });
    expect(none).toMatchObject({ code: 'auth', message: expect.stringMatching(/none was found/) });
  });

  test.each<[string, Partial<ConnectionTarget>, string]>([
    ['no password', {}, ''],
    ['a wrong password', {}, WRONG],
    ['no such database', { database: 'Production' }, PASSWORDS['viewer'] ?? ''],
    ['no Tasker', { database: 'postgres' }, PASSWORDS['viewer'] ?? ''],
    ['no encryption', { tls: { mode: 'require' } }, PASSWORDS['viewer'] ?? ''],
  ])('nobody is left standing at the door: %s', async (_, changes, password) => {
    const proxy = await startProxy(server.port);
    await troubleWith({ ...changes, port: proxy.port }, { password });
    expect(proxy.accepted).toBe(2);
    await vi.waitFor(() => expect(proxy.open).toBe(0));
    await proxy.close();
  });

  test('a database that is not there', async () => {
    const trouble = await troubleWith({ database: 'Production' });
    expect(trouble).toMatchObject({
      code: 'no_database',
      message: 'There is no database Production at 127.0.0.1.',
    });
  });

  test('a database without Tasker', async () => {
    const trouble = await troubleWith({ database: 'postgres' });
    expect(trouble).toMatchObject({ code: 'not_tasker' });
  });

  test('a role that is not let in from here', async () => {
    const trouble = await troubleWith({ user: 'nobody_in' });
    expect(trouble).toMatchObject({ code: 'not_allowed', hint: expect.stringMatching(/pg_hba\.conf/) });
  });

  test('a role that may not log in', async () => {
    const trouble = await troubleWith({ user: 'no_login' }, { password: 'no-login-secret' });
    expect(trouble).toMatchObject({ code: 'not_allowed', message: expect.stringMatching(/may not log in/) });
    expect(JSON.stringify(trouble)).not.toContain('no-login-secret');
  });

  test('something else than PostgreSQL', async () => {
    const other = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const trouble = await troubleWith({ port });
    expect(['lost', 'failed', 'tls', 'unreachable']).toContain(trouble.code);
    await new Promise((resolve) => other.close(resolve));
  });

  test('plain text to another machine is refused before a byte is sent', async () => {
    let connections = 0;
    const elsewhere = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    // This machine, but by an address that is not taken for it.
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.2', resolve));
    const address = elsewhere.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const trouble = await troubleWith({ host: '127.0.0.2', port, tls: { mode: 'disable' } });
    expect(trouble).toMatchObject({ code: 'plain_text', hint: expect.stringMatching(/verify-full/) });
    expect(connections).toBe(0);
    // It would have been noticed.
    await troubleWith({ host: '127.0.0.2', port, tls: { mode: 'require' } });
    expect(connections).toBe(2);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  test('a server without a connection left', async () => {
    const { target, password } = requestOf(database.url());
    const holders: Client[] = [];
    for (let isLeft = true; isLeft;) {
      const holder = new Client({ ...target, password, ssl: false });
      isLeft = await holder.connect().then(
        () => true,
        () => false,
      );
      if (isLeft) holders.push(holder);
    }
    expect(holders.length).toBeGreaterThan(2);
    const trouble = await troubleWith({});
    expect(trouble).toMatchObject({ code: 'too_many', message: expect.stringMatching(/no connection left/) });
    for (const holder of holders) await holder.end();
  });

  test('a role whose own connections are used up', async () => {
    await database.db.exec(`create role one_only login connection limit 0 password '${PASSWORDS['viewer']}'`);
    const trouble = await troubleWith({ user: 'one_only' });
    expect(trouble).toMatchObject({ code: 'too_many' });
  });

  /** What a window is told of an open connection. */
  async function failureOf(asked: Promise<unknown>) {
    const error: unknown = await asked.then(
      () => 'answered',
      (thrown: unknown) => thrown,
    );
    answers.push(error, String(error));
    return error;
  }

  test('a question that takes longer than it may is stopped, and the next one is answered', async () => {
    const connection = await connect(workbench, database.url(), { statementTimeoutMs: 500 });
    await whileLocked(database.db, 'tasker_tasks', async () => {
      const start = performance.now();
      expect(await failureOf(production.overview({ connection, hours: 24 }))).toMatchObject({
        code: 'INSPECTION_FAILED',
        message: expect.stringMatching(/took longer than it may, and was stopped there/),
        data: { code: 'slow', hint: expect.stringMatching(/time limit/) },
      });
      expect(performance.now() - start).toBeLessThan(950);
    });
    await expect(production.overview({ connection, hours: 24 })).resolves.toBeDefined();
    await production.close({ connection });
  });

  test('a table that a migration holds is not waited for, and the window goes on afterwards', async () => {
    const connection = await connect(workbench, database.url());
    await whileLocked(database.db, 'tasker_workflow_steps', async () => {
      const questions = [
        production.overview({ connection, hours: 24 }),
        production.stuck({ connection }),
      ] as const;
      for (const asked of await Promise.all(questions.map(failureOf))) {
        expect(asked).toMatchObject({
          code: 'INSPECTION_FAILED',
          data: { code: 'locked', hint: expect.stringMatching(/migration/) },
        });
      }
    });
    await expect(production.overview({ connection, hours: 24 })).resolves.toBeDefined();
    await production.close({ connection });
  });

  test('rights that were taken away while connected', async () => {
    const connection = await connect(workbench, database.url());
    await database.db.exec('revoke select on tasker_workflow_steps from viewer');
    expect(await failureOf(production.stuck({ connection }))).toMatchObject({
      data: { code: 'not_allowed' },
    });
    await database.db.exec('grant select on tasker_workflow_steps to viewer');
    await expect(production.stuck({ connection })).resolves.toBeDefined();
    await production.close({ connection });
  });

  test('a session that an operator ended is replaced with the next question', async () => {
    const connection = await connect(workbench, database.url());
    await database.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'viewer'`,
    );
    const first = await failureOf(production.stuck({ connection }));
    if (first !== 'answered') expect(first).toMatchObject({ data: { code: 'lost' } });
    await expect(production.stuck({ connection })).resolves.toBeDefined();
    await production.close({ connection });
  });
});
