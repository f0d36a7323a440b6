import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FolderWatch } from '../../../src-main/desktop/files/folder-watch.ts';
import { createFolderWatch } from '../../../src-main/desktop/files/folder-watch.ts';

let folder: string;
let watch: FolderWatch;
const changed = vi.fn<(id: string) => void>();

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'folder-watch-')));
  await mkdir(join(folder, 'sub'));
  changed.mockClear();
  watch = createFolderWatch(changed);
});
afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true });
});

test('YAML files at any depth are noticed, others are not, and many at once are told once', async () => {
  watch.follow('id', folder);
  await sleep(500);
  await writeFile(join(folder, 'notes.txt'), 'x');
  await sleep(700);
  expect(changed).not.toHaveBeenCalled();
  for (const name of ['a', 'b', 'c']) await writeFile(join(folder, 'sub', `${name}.yaml`), 'x');
  await vi.waitFor(() => expect(changed).toHaveBeenCalledExactlyOnceWith('id'), 4_000);
});

test('after it was stopped nothing is told any more', async () => {
  watch.follow('id', folder);
  await sleep(300);
  watch.stop();
  await writeFile(join(folder, 'a.yaml'), 'x');
  await sleep(700);
  expect(changed).not.toHaveBeenCalled();
});
