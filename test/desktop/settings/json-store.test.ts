import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJsonStore } from '../../../src-main/desktop/settings/json-store.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../src-main/desktop/settings/settings.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  path = join(folder, 'below', 'settings.json');
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => openJsonStore(path, settingsSchema, DEFAULT_SETTINGS);

test('without a file there are the defaults', async () => {
  expect((await open()).get()).toEqual({ theme: 'system' });
});

test('what is set is there the next time, the last one of many', async () => {
  const store = await open();
  await Promise.all([store.set({ theme: 'dark' }), store.set({ theme: 'light' })]);
  expect((await open()).get()).toEqual({ theme: 'light' });
});

test.each(['{', '[]', '{"theme":"pink"}', ''])(
  '%j is set aside, and the defaults are taken',
  async (content) => {
    await (await open()).set({ theme: 'dark' });
    await writeFile(path, content);
    const store = await open();
    expect(store.get()).toEqual({ theme: 'system' });
    expect(await readdir(join(folder, 'below'))).toEqual(['settings.json.unreadable']);
    await store.set({ theme: 'light' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ theme: 'light' });
  },
);

test('it is told when a file could not be used, and not when there is none', async () => {
  const told: string[] = [];
  const setAside = (file: string): void => void told.push(file);
  const store = await openJsonStore(path, settingsSchema, DEFAULT_SETTINGS, { setAside });
  expect(told).toEqual([]);
  await store.set({ theme: 'dark' });
  await writeFile(path, '{');
  await openJsonStore(path, settingsSchema, DEFAULT_SETTINGS, { setAside });
  expect(told).toEqual([path]);
});

test.skipIf(process.platform === 'win32')('a private file stays private, whatever it was', async () => {
  const store = await openJsonStore(path, settingsSchema, DEFAULT_SETTINGS, { mode: 0o600 });
  await store.set({ theme: 'dark' });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await chmod(path, 0o644);
  await store.set({ theme: 'light' });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});
