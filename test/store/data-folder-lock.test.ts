/** One process per data folder, and no folder locked for ever by a process that died. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderInUse, lockDataFolder } from '../../src-engine/store/data-folder-lock.ts';

/** No process can have it: the kernel's numbers end before. */
const DEAD_PID = 999_999_999;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'lock.json');

test('a folder is locked once, and free again when given back', async () => {
  const unlock = await lockDataFolder(folder);
  const error: unknown = await lockDataFolder(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DataFolderInUse);
  expect(error).toMatchObject({ folder, pid: process.pid });
  await unlock();
  await unlock();
  await (
    await lockDataFolder(folder)
  )();
  expect(await readdir(folder)).toEqual([]);
});

test('giving it back twice leaves the lock of the next owner alone', async () => {
  const unlock = await lockDataFolder(folder);
  await unlock();
  const next = await lockDataFolder(folder);
  await unlock();
  expect(await readdir(folder)).toEqual(['lock.json']);
  await next();
});

test.each([
  ['a dead process', JSON.stringify({ pid: DEAD_PID })],
  ['an earlier process with our number', JSON.stringify({ pid: process.pid, started: '1' })],
  ['nobody that can be read', '{"pid":'],
])('the lock of %s is taken over', async (_owner, text) => {
  await writeFile(lockFile(), text);
  const unlock = await lockDataFolder(folder);
  expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
  await unlock();
  expect(await readdir(folder)).toEqual([]);
});

test('of many who want a dead lock only one gets it', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: DEAD_PID }));
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
  expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
});
