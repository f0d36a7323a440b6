/** Given, PGPASSWORD, password file: in this order, and nothing of the process's own environment. */
import { describe, expect, test } from 'vitest';
import { findPassword } from '../../../../src-engine/store/production/reach/find-password.ts';
import { folderForTests, targetWith, TUNNEL } from './folder.ts';

const folder = folderForTests();
const LINES = [
  '# host:port:database:user:password',
  'db.example.com:5433:shop:viewer:other port',
  'db.example.com:5432:shop:viewer:of the shop',
  'db.example.com:*:*:admin:with \\: and \\\\ in it',
  '127.0.0.1:*:*:*:of the tunnel',
  'localhost:5432:*:viewer:of the socket',
].join('\n');
const PGPASSFILE = folder.write('pgpass', LINES);

test('what is given is taken', async () => {
  const found = await findPassword(targetWith(), 'mine', { PGPASSWORD: 'other', PGPASSFILE });
  expect(found).toEqual({ password: 'mine', from: 'given', notes: [] });
});

test('PGPASSWORD comes before the file, and an empty field is nothing given', async () => {
  const found = await findPassword(targetWith(), '', { PGPASSWORD: 'theirs', PGPASSFILE });
  expect(found).toEqual({ password: 'theirs', from: 'environment', notes: [] });
});

describe('the password file', () => {
  test.each<[string, Parameters<typeof targetWith>[0], string | null]>([
    ['the line of host, port, database and user', {}, 'of the shop'],
    ['another port', { port: 5433 }, 'other port'],
    ['stars, and a colon in the password', { user: 'admin', database: 'any' }, 'with : and \\ in it'],
    ['the database behind a tunnel, not the tunnel', { tunnel: TUNNEL }, 'of the shop'],
    ['the folder PostgreSQL itself listens in', { host: '/var/run/postgresql' }, 'of the socket'],
    ['another folder', { host: '/srv/pg' }, null],
    ['nobody of that name', { user: 'stranger' }, null],
  ])('%s', async (_, parts, password) => {
    const found = await findPassword(targetWith(parts), undefined, { PGPASSFILE });
    expect(found).toEqual({ password, from: password === null ? 'nowhere' : 'file', notes: [] });
  });

  test.skipIf(process.platform === 'win32')('lies in the home folder', async () => {
    folder.write('.pgpass', LINES);
    const found = await findPassword(targetWith(), undefined, { HOME: folder.path });
    expect(found).toMatchObject({ password: 'of the shop', from: 'file' });
  });

  test.skipIf(process.platform === 'win32')('that others can read is left alone, and said so', async () => {
    const open = folder.write('open', LINES, 0o644);
    const found = await findPassword(targetWith(), undefined, { PGPASSFILE: open });
    expect(found).toMatchObject({ password: null, from: 'nowhere' });
    expect(found.notes).toEqual([expect.stringMatching(/can be read by others.*chmod 600/)]);
  });

  test('that is named and not there is said; one that nobody named is not', async () => {
    const named = await findPassword(targetWith(), undefined, { PGPASSFILE: `${folder.path}/none` });
    expect(named.notes).toHaveLength(1);
    const unnamed = await findPassword(targetWith(), undefined, { HOME: `${folder.path}/none` });
    expect(unnamed).toEqual({ password: null, from: 'nowhere', notes: [] });
  });
});
