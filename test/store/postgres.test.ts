/** What only a server can do: be out of reach, and end a session from outside. */
import { describe, expect, test } from 'vitest';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import { testServer } from '../support/database.ts';

test('a server out of reach is an error that says so', async () => {
  await expect(openPostgres('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    name: 'DatabaseError',
    code: '08006',
    message: expect.stringMatching(/cannot connect: .*ECONNREFUSED/),
  });
});

const server = testServer();

describe.skipIf(server === undefined)('on a server', () => {
  test('the session is listed under the name of the program', async () => {
    const db = await openPostgres(server ?? '');
    const [row] = await db.query(
      'select application_name from pg_stat_activity where pid = pg_backend_pid()',
    );
    expect(row).toEqual({ application_name: 'tasker-workbench' });
    await db.close();
  });

  test('an unknown database is refused with the code of the server', async () => {
    const url = new URL(server ?? '');
    url.pathname = '/no_such_database';
    await expect(openPostgres(url.href)).rejects.toMatchObject({ name: 'DatabaseError', code: '3D000' });
  });

  test('a session that was ended fails its calls and can be closed', async () => {
    const admin = await openPostgres(server ?? '');
    const db = await openPostgres(server ?? '');
    const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
    await admin.query('select pg_terminate_backend($1)', [row?.pid ?? 0]);
    await expect(db.query('select 1')).rejects.toMatchObject({
      name: 'DatabaseError',
      code: /^(57P01|08006)$/,
    });
    await expect(db.transaction(async (tx) => tx.query('select 1'))).rejects.toMatchObject({
      name: 'DatabaseError',
    });
    await db.close();
    await admin.close();
  });
});
