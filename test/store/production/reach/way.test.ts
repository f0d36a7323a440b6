/** What a client of `pg` is given, and what it meets without a server. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { openWay } from '../../../../src-engine/store/production/reach/way.ts';
import { folderForTests, targetWith } from './folder.ts';
import { CLIENT_KEY, startEcho, startSshServer } from './ssh-server.ts';

const folder = folderForTests();
const keyFile = folder.write('id', CLIENT_KEY.private);
const env = { HOME: folder.path };

test('host, user, encryption, and a password that is not in what is printed', async () => {
  const way = await openWay(targetWith(), { password: 'hunter2', env });
  expect(way.config).toMatchObject({
    host: 'db.example.com',
    port: 5432,
    database: 'shop',
    user: 'viewer',
    ssl: { rejectUnauthorized: true },
    enableChannelBinding: true,
  });
  expect(JSON.stringify(way)).not.toContain('hunter2');
  expect(way.troubleOf(new Error('no hunter2')).message).not.toContain('hunter2');
  await way.close();
});

test('what the service file says counts in place of the target, its password included', async () => {
  const file = folder.write('services', '[shop]\nhost=db.shop.example\nuser=reader\npassword=from-file\n');
  const way = await openWay(targetWith({ service: 'shop' }), { env: { ...env, PGSERVICEFILE: file } });
  expect(way.config).toMatchObject({
    host: 'db.shop.example',
    user: 'reader',
    ssl: { servername: 'db.shop.example' },
  });
  expect(way.target).toMatchObject({ host: 'db.shop.example', user: 'reader' });
  const { password } = way.config;
  expect(typeof password === 'function' && (await password())).toBe('from-file');
  await expect(
    openWay(targetWith({ service: 'none' }), { env: { ...env, PGSERVICEFILE: file } }),
  ).rejects.toMatchObject({
    code: 'file',
  });
  await way.close();
});

test('without a password none is looked for by pg', async () => {
  const way = await openWay(targetWith(), { env });
  const { password } = way.config;
  expect(typeof password === 'function' && (await password())).toBe('');
  await way.close();
});

test('behind a tunnel the name that is checked stays that of the database', async () => {
  const ssh = await startSshServer();
  const echo = await startEcho();
  const tunnel = { host: '127.0.0.1', port: ssh.port, user: 'me', keyFile, fingerprint: ssh.fingerprint };
  const way = await openWay(targetWith({ host: '127.0.0.1', port: echo.port, tunnel }), { env });
  expect(way.config.host).toBe('127.0.0.1');
  expect(way.config.port).not.toBe(echo.port);
  const named = await openWay(targetWith({ tunnel }), { env });
  expect(named.config).toMatchObject({ host: '127.0.0.1', ssl: { servername: 'db.example.com' } });
  await named.close();

  // The database goes: pg sees a closed connection, and the tunnel knows why.
  await echo.close();
  const client = new pg.Client(way.config);
  client.on('error', () => {});
  const error = await client.connect().catch((error: unknown) => error);
  expect(way.troubleOf(error)).toMatchObject({
    code: 'tunnel',
    message: expect.stringContaining(`127.0.0.1:${echo.port}`),
  });
  await way.close();
  await ssh.close();
});
