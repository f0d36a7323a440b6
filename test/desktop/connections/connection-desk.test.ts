import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOf } from '../../../src-engine/connection/target.ts';
import { openStorage } from '../../../src-main/desktop/boot/storage.ts';
import { createConnectionDesk } from '../../../src-main/desktop/connections/connection-desk.ts';
import type { ConnectionDesk } from '../../../src-main/desktop/connections/connection-desk.ts';
import { MOST_CONNECTIONS } from '../../../src-main/desktop/connections/kept.ts';
import type { KeptConnection } from '../../../src-main/desktop/connections/kept.ts';
import { createPasswords } from '../../../src-main/desktop/connections/passwords.ts';
import { createVault } from '../../../src-main/desktop/connections/vault.ts';
import type { LentPassword } from '../../../src-main/engine/lent-secrets.ts';
import { system } from './support.ts';

let folder: string;
let lent: LentPassword[];
let reports: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connections-'));
  lent = [];
  reports = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function open(): Promise<ConnectionDesk> {
  const report = (message: string): void => void reports.push(message);
  const storage = await openStorage(folder, report);
  return createConnectionDesk({
    kept: storage.connections,
    passwords: createPasswords(storage.secrets, createVault(system(), 'linux'), report),
    lend: async (password) => `name ${lent.push(password)}`,
  });
}

const TUNNEL = { host: 'jump', port: 22, user: 'anna' };

function connection(id: string, name = id): KeptConnection {
  const target = {
    host: 'db.example.com',
    port: 5_432,
    database: 'shop',
    user: 'viewer',
    tls: { mode: 'verify-full' as const, caFile: '/etc/ca.pem' },
    statementTimeoutMs: 8_000,
    tunnel: TUNNEL,
  };
  return { id, name, colour: '#c02f1d', isProduction: true, target };
}

test('a connection is there after a new start, in its place', async () => {
  const desk = await open();
  expect(await desk.save(connection('a'), 'hush')).toEqual({ ...connection('a'), hasPassword: true });
  await desk.save(connection('b'), null);
  await desk.save(connection('a', 'Shop'), undefined);
  expect(await (await open()).list()).toEqual([
    { ...connection('a', 'Shop'), hasPassword: true },
    { ...connection('b'), hasPassword: false },
  ]);
  expect(await readFile(join(folder, 'connections.json'), 'utf8')).not.toContain('hush');
});

test.each([null, ''])('the password %j forgets what was kept', async (password) => {
  const desk = await open();
  await desk.save(connection('a'), 'hush');
  expect(await desk.save(connection('a'), password)).toMatchObject({ hasPassword: false });
  expect(await desk.lend('a')).toBeNull();
});

test('a password is lent by name, as often as it is asked for; no answer holds it', async () => {
  const desk = await open();
  const answers = [await desk.save(connection('a'), 'hush'), await desk.list(), await desk.canKeepSecrets()];
  expect(await desk.lend('a')).toBe('name 1');
  expect(await desk.lend('a')).toBe('name 2');
  const { target } = connection('a');
  expect(lent.map(({ password }) => password)).toEqual(['hush', 'hush']);
  expect(lent.map(({ place }) => place)).toEqual([placeOf(target), placeOf(target)]);
  expect(JSON.stringify(answers)).not.toContain('"hush"');
});

test('where there is none, none is lent', async () => {
  const desk = await open();
  await desk.save(connection('a'), undefined);
  expect([await desk.lend('a'), await desk.lend('unknown')]).toEqual([null, null]);
  expect(lent).toEqual([]);
});

const { target: TARGET } = connection('a');
test.each([
  ['host', { host: 'evil.example.com' }],
  ['port', { port: 5_433 }],
  ['database', { database: 'staff' }],
  ['user', { user: 'owner' }],
  ['service', { service: 'other' }],
  ['TLS mode', { tls: { ...TARGET.tls, mode: 'require' as const } }],
  ['CA', { tls: { mode: 'verify-full' as const } }],
  ['tunnel', { tunnel: undefined }],
  ['host of the tunnel', { tunnel: { ...TUNNEL, host: 'evil.example.com' } }],
  ['port of the tunnel', { tunnel: { ...TUNNEL, port: 2_222 } }],
  ['user of the tunnel', { tunnel: { ...TUNNEL, user: 'eve' } }],
])('a kept password does not go along to another %s', async (_what, change) => {
  const desk = await open();
  await desk.save(connection('a'), 'hush');
  const elsewhere = { ...connection('a'), target: { ...TARGET, ...change } };
  expect(await desk.save(elsewhere, undefined)).toMatchObject({ hasPassword: false });
  expect(await desk.lend('a')).toBeNull();
  await desk.save(connection('a'), undefined);
  expect(await desk.lend('a')).toBeNull();
});

test('what says nothing of the place may change, and the password stays', async () => {
  const desk = await open();
  await desk.save(connection('a'), 'hush');
  const tunnel = { ...TUNNEL, fingerprint: 'SHA256:abc', keyFile: '/home/anna/key' };
  const target = { ...TARGET, schema: 'tasker', statementTimeoutMs: 500, tunnel };
  expect(await desk.save({ ...connection('a', 'Shop'), target }, undefined)).toMatchObject({
    hasPassword: true,
  });
});

test('a new password for another place is kept, and lent for that place', async () => {
  const desk = await open();
  await desk.save(connection('a'), 'hush');
  const target = { ...TARGET, host: 'new.example.com' };
  expect(await desk.save({ ...connection('a'), target }, 'other')).toMatchObject({ hasPassword: true });
  await desk.lend('a');
  expect(lent).toEqual([{ password: 'other', place: placeOf(target) }]);
});

test('a password whose connection was lost with its file goes to no new one', async () => {
  await (await open()).save(connection('a'), 'hush');
  await writeFile(join(folder, 'connections.json'), '[{"id":');
  const desk = await open();
  expect(await desk.lend('a')).toBeNull();
  expect(await desk.save(connection('a'), undefined)).toMatchObject({ hasPassword: false });
});

test('a connection that is removed takes its password along', async () => {
  const desk = await open();
  await desk.save(connection('a'), 'hush');
  await desk.save(connection('b'), 'other');
  await desk.remove('a');
  expect((await desk.list()).map(({ id }) => id)).toEqual(['b']);
  expect(JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'))).toHaveLength(1);
  expect(await desk.save(connection('a'), undefined)).toMatchObject({ hasPassword: false });
});

test('one that is removed does not come back with a write under way', async () => {
  const desk = await open();
  await Promise.all([desk.save(connection('a'), 'hush'), desk.remove('a')]);
  expect(await (await open()).list()).toEqual([]);
  expect(JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'))).toEqual([]);
});

test('a broken file is kept beside a new one, and that is said', async () => {
  await writeFile(join(folder, 'connections.json'), '[{"id":');
  const desk = await open();
  expect(await desk.list()).toEqual([]);
  expect(reports).toEqual([expect.stringMatching(/connections\.json could not be used/)]);
  await desk.save(connection('a'), null);
  expect((await readdir(folder)).toSorted()).toEqual(['connections.json', 'connections.json.unreadable']);
});

test('there is an end to their number; what is there can still be changed', async () => {
  const full = Array.from({ length: MOST_CONNECTIONS }, (_none, index) => connection(`c${index}`));
  await writeFile(join(folder, 'connections.json'), JSON.stringify(full));
  const desk = await open();
  await expect(desk.save(connection('more'), 'hush')).rejects.toThrow('already');
  await desk.save(connection('c0', 'Changed'), 'hush');
  expect((await desk.list())[0]).toMatchObject({ name: 'Changed', hasPassword: true });
});
