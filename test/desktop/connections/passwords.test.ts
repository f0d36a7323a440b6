import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecretsSchema } from '../../../src-main/desktop/connections/kept.ts';
import { createPasswords } from '../../../src-main/desktop/connections/passwords.ts';
import type { Passwords } from '../../../src-main/desktop/connections/passwords.ts';
import { createVault } from '../../../src-main/desktop/connections/vault.ts';
import { openJsonStore } from '../../../src-main/desktop/settings/json-store.ts';
import { system } from './support.ts';
import type { SystemOptions } from './support.ts';

let folder: string;
let path: string;
let reports: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passwords-'));
  path = join(folder, 'secrets.json');
  reports = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function open(options: SystemOptions = {}): Promise<Passwords> {
  const kept = await openJsonStore(path, keptSecretsSchema, [], { mode: 0o600 });
  return createPasswords(kept, createVault(system(options), 'linux'), (...report) => {
    reports.push(JSON.stringify(report));
  });
}

const NO_VAULT: SystemOptions = { backend: 'basic_text' };

test('a password is there after a new start, encrypted, for its owner alone', async () => {
  await (await open()).set('a', 'hush');
  const again = await open();
  expect(await again.canKeep()).toBe(true);
  expect(await again.get('a')).toBe('hush');
  expect(await again.get('b')).toBeNull();
  const content = await readFile(path, 'utf8');
  expect(content).not.toContain('hush');
  expect(content).not.toContain(Buffer.from('hush').toString('base64'));
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('without a vault it is there until the end, and no file is made', async () => {
  const passwords = await open(NO_VAULT);
  expect(await passwords.canKeep()).toBe(false);
  await passwords.set('a', 'hush');
  expect(await passwords.get('a')).toBe('hush');
  expect(await readdir(folder)).toEqual([]);
  expect(await (await open(NO_VAULT)).get('a')).toBeNull();
});

test('null forgets it, wherever it is', async () => {
  const passwords = await open();
  await passwords.set('a', 'hush');
  await passwords.set('a', null);
  expect(await passwords.get('a')).toBeNull();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([]);
  const inMemory = await open(NO_VAULT);
  await inMemory.set('a', 'hush');
  await inMemory.set('a', null);
  expect(await inMemory.get('a')).toBeNull();
});

test('one that was replaced without a vault does not come back with the vault', async () => {
  await (await open()).set('a', 'old');
  const without = await open(NO_VAULT);
  expect(await without.get('a')).toBeNull();
  await without.set('a', 'new');
  expect(await without.get('a')).toBe('new');
  expect(await (await open()).get('a')).toBeNull();
});

test('one that cannot be decrypted any more counts as none, and is told once, without its content', async () => {
  await (await open()).set('a', 'hush');
  const passwords = await open({ key: 66 });
  expect([await passwords.get('a'), await passwords.get('a')]).toEqual([null, null]);
  expect(reports).toEqual([expect.stringContaining('can no longer be decrypted')]);
  expect(reports.join()).not.toMatch(/hush|djEx/);
  await passwords.set('a', 'new');
  expect(await passwords.get('a')).toBe('new');
});

test('one whose key has changed is sealed anew', async () => {
  await (await open()).set('a', 'hush');
  const before = await readFile(path, 'utf8');
  const kept = await openJsonStore(path, keptSecretsSchema, []);
  const rotated = createVault(system({ isStale: true, prefix: 'v12' }), 'linux');
  const passwords = createPasswords(kept, rotated, (message) => void reports.push(message));
  expect(await passwords.get('a')).toBe('hush');
  expect(await readFile(path, 'utf8')).not.toBe(before);
  expect(await (await open()).get('a')).toBe('hush');
  expect(reports).toEqual([]);
});

test('those of connections that are gone are forgotten', async () => {
  const passwords = await open();
  await passwords.set('a', 'one');
  await passwords.set('b', 'two');
  await passwords.keepOnly(new Set(['b']));
  expect(await passwords.get('a')).toBeNull();
  expect(await passwords.get('b')).toBe('two');
  const inMemory = await open(NO_VAULT);
  await inMemory.set('c', 'three');
  await inMemory.keepOnly(new Set(['b']));
  expect(await inMemory.get('c')).toBeNull();
});
