import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileChange } from '../../../src-shared/desktop/bridge.ts';
import { createFileWatch } from '../../../src-main/desktop/files/file-watch.ts';
import type { FileWatch } from '../../../src-main/desktop/files/file-watch.ts';
import { contentVersion } from '../../../src-main/files/content-version.ts';

const QUIET_MS = 400;

let folder: string;
let path: string;
let told: FileChange[];
let watch: FileWatch;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
  path = join(folder, 'a.yaml');
  await writeFile(path, 'one');
  told = [];
  watch = createFileWatch((change) => void told.push(change));
  watch.follow('a', path, contentVersion('one'));
  await settled();
});
afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true });
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

test('another content is told once, with its version', async () => {
  await writeFile(path, 'two');
  await expect.poll(() => told).toEqual([{ id: 'a', version: contentVersion('two') }]);
  await settled();
  expect(told).toHaveLength(1);
});

test('a file replaced by renaming another is seen, again and again', async () => {
  for (const content of ['two', 'three', 'four']) {
    await writeFile(join(folder, 'draft'), content);
    await rename(join(folder, 'draft'), path);
    await expect.poll(() => told.at(-1)?.version).toBe(contentVersion(content));
  }
});

test('touching it, and what was expected, is no news', async () => {
  await utimes(path, new Date(), new Date());
  watch.expect(contentVersion('mine'));
  await writeFile(path, 'mine');
  await settled();
  expect(told).toEqual([]);
});

test('a file that is gone is told, and one that came back', async () => {
  await rm(path);
  await expect.poll(() => told).toEqual([{ id: 'a', version: null }]);
  await writeFile(path, 'one');
  await expect.poll(() => told.at(-1)).toEqual({ id: 'a', version: contentVersion('one') });
});

test('only the file that is followed counts', async () => {
  const other = join(folder, 'b.yaml');
  await writeFile(other, 'one');
  watch.follow('b', other, contentVersion('one'));
  await settled();
  await writeFile(path, 'two');
  await settled();
  expect(told).toEqual([]);
});

test('a look finds what no notice told', async () => {
  const hidden = join(folder, 'c.yaml');
  await writeFile(hidden, 'now');
  watch.follow('c', hidden, contentVersion('before'));
  watch.check();
  await expect.poll(() => told).toEqual([{ id: 'c', version: contentVersion('now') }]);
});
