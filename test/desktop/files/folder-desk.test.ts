import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderDesk } from '../../../src-main/desktop/files/folder-desk.ts';
import type { FolderDesk } from '../../../src-main/desktop/files/folder-desk.ts';

let home: string;
let folder: string;
let remembered: string | undefined;
let followed: (string | undefined)[];

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'folder-desk-')));
  folder = join(home, 'flows');
  await mkdir(join(folder, 'shop'), { recursive: true });
  await writeFile(join(folder, 'a.yaml'), 'name: a\n');
  await writeFile(join(folder, 'shop/b.yaml'), 'name: b\n');
  await writeFile(join(home, 'secret.yaml'), 'secret');
  remembered = undefined;
  followed = [];
});
afterEach(() => rm(home, { recursive: true }));

function desk(chosen: string | undefined = folder): FolderDesk {
  return createFolderDesk({
    home,
    watch: { follow: (_id, path) => void followed.push(path), stop: () => void followed.push(undefined) },
    chooseFolder: async () => chosen,
    remembered: () => remembered,
    remember: (path) => {
      remembered = path;
    },
    knownId: (path) => (path.endsWith('a.yaml') ? 'known' : undefined),
  });
}

async function listed(folders: FolderDesk) {
  const opened = await folders.openFolder();
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const listing = await folders.listFolder(opened.folder.id);
  if (listing.kind !== 'listed') throw new Error(listing.message);
  return { folder: opened.folder, files: listing.files };
}

test('a chosen folder is listed by ids, and watched', async () => {
  const folders = desk();
  const { folder: opened, files } = await listed(folders);
  expect(opened).toMatchObject({ name: 'flows', shownPath: '~/flows' });
  expect(files.map(({ shownPath }) => shownPath)).toEqual(['a.yaml', 'shop/b.yaml']);
  expect(files[0]?.id).toBe('known');
  expect(JSON.stringify(files)).not.toContain(home);
  expect(followed).toEqual([folder]);
  expect(folders.pathOf(files[1]?.id ?? '')).toBe(join(folder, 'shop/b.yaml'));
});

test('ids stay the same when it is listed again, or opened again', async () => {
  const folders = desk();
  const before = await listed(folders);
  expect(await listed(folders)).toEqual(before);
});

test('only what was listed can be read', async () => {
  const folders = desk();
  const { files } = await listed(folders);
  const ids = [files[1]?.id ?? '', join(home, 'secret.yaml'), '../secret.yaml'];
  expect(await folders.readFolderFiles(ids)).toMatchObject([
    { kind: 'text', text: 'name: b\n' },
    { kind: 'unusable' },
    { kind: 'unusable' },
  ]);
});

test('a file that cannot be read is told with its reason', async () => {
  const folders = desk();
  const { files } = await listed(folders);
  await writeFile(join(folder, 'a.yaml'), Buffer.from([0, 1, 2]));
  expect(await folders.readFolderFiles([files[0]?.id ?? ''])).toMatchObject([
    { kind: 'unusable', message: 'This is a binary file.' },
  ]);
});

test('the last folder comes back, unless it is gone or was closed', async () => {
  await desk().openFolder();
  const later = desk();
  expect(await later.lastFolder()).toMatchObject({ name: 'flows' });
  await later.closeFolder();
  expect(await later.lastFolder()).toBeNull();
  remembered = join(home, 'gone');
  expect(await desk().lastFolder()).toBeNull();
});

test('nothing chosen, no folder, another id: all have an answer', async () => {
  expect(await createFolderDeskCancelled().openFolder()).toEqual({ kind: 'cancelled' });
  expect(await desk(join(folder, 'a.yaml')).openFolder()).toMatchObject({
    kind: 'unusable',
    message: 'This is no folder.',
  });
  expect(await desk().listFolder('other')).toMatchObject({ kind: 'unusable' });
});

function createFolderDeskCancelled(): FolderDesk {
  return createFolderDesk({
    home,
    watch: { follow: () => {}, stop: () => {} },
    chooseFolder: async () => undefined,
    remembered: () => undefined,
    remember: () => {},
    knownId: () => undefined,
  });
}
