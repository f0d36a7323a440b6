import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileDesk } from '../../../src-main/desktop/files/file-desk.ts';
import type { FileDesk } from '../../../src-main/desktop/files/file-desk.ts';
import type { KnownFiles } from '../../../src-main/desktop/files/known-files.ts';

let folder: string;
let path: string;
let followed: string[];
let chosen: { file: string | undefined; target: string | undefined; asked: (string | undefined)[] };
let drafts: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  path = join(folder, 'order.yaml');
  await writeFile(path, 'name: order\n');
  followed = [];
  chosen = { file: path, target: undefined, asked: [] };
  drafts = [];
});
afterEach(() => rm(folder, { recursive: true }));

function desk(): FileDesk {
  let known: KnownFiles = [];
  return createFileDesk({
    known: {
      get: () => known,
      set: async (files) => {
        known = files;
      },
    },
    watch: {
      follow: (_id, path) => void followed.push(path),
      expect: () => {},
      check: () => {},
      stop: () => {},
    },
    home: folder,
    chooseFile: async (start) => {
      chosen.asked.push(start);
      return chosen.file;
    },
    chooseTarget: async (name, start) => {
      chosen.asked.push(name, start);
      return chosen.target;
    },
    draftFiles: async () => drafts,
    recentChanged: () => {},
    folderPath: (id) => (id === 'listed' ? path : undefined),
    shown: () => {},
  });
}

async function opened(files: FileDesk) {
  const result = await files.openFile();
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.opened;
}

test('what is opened is watched, and shown by where it is', async () => {
  const { file, text } = await opened(desk());
  expect(text).toBe('name: order\n');
  expect(file.shownPath).toBe('~/order.yaml');
  expect(followed).toEqual([path]);
});

test('the dialog starts where the last file was', async () => {
  const files = desk();
  await files.openFile();
  await files.openFile();
  expect(chosen.asked).toEqual([undefined, folder]);
});

test('an id that was never given opens, writes and finds nothing', async () => {
  const files = desk();
  expect(await files.openById(path)).toMatchObject({ kind: 'unusable' });
  expect(await files.save(path, 'x', null)).toMatchObject({ kind: 'unusable' });
  expect(await files.scenariosOf(path)).toEqual([]);
  expect(await files.readLayout(path)).toBeNull();
  await expect(files.saveLayout(path, '{}')).rejects.toThrow('no longer knows');
  expect(await readFile(path, 'utf8')).toBe('name: order\n');
});

test('a suggested name is a name, not a way out of the folder', async () => {
  const files = desk();
  await files.saveAs('../../etc/order.yaml', 'x');
  expect(chosen.asked[0]).toBe('order.yaml');
});

test('an exported log does not become the document', async () => {
  const files = desk();
  const { file } = await opened(files);
  chosen.target = join(folder, 'events.jsonl');
  expect(await files.saveAs('events.jsonl', '{}\n')).toMatchObject({ kind: 'saved' });
  expect(followed).toEqual([path]);
  expect(files.recent()).toEqual([file]);
});

test('clearing keeps what is open and what a draft belongs to', async () => {
  const files = desk();
  const first = await opened(files);
  drafts.push(first.file.id);
  chosen.target = join(folder, 'second.yaml');
  const second = await files.saveAs('second.yaml', 'name: second\n');
  await files.clearRecent();
  expect(files.recent()).toEqual([]);
  expect(await files.openById(first.file.id)).toMatchObject({ kind: 'opened' });
  expect(second.kind === 'saved' && (await files.openById(second.file.id)).kind).toBe('opened');
});

test('a layout is kept beside its template, and removed again', async () => {
  const files = desk();
  const { file } = await opened(files);
  expect(await files.readLayout(file.id)).toBeNull();
  await files.saveLayout(file.id, '{"pay":[1,2]}');
  expect(await readFile(join(folder, 'order.layout.json'), 'utf8')).toBe('{"pay":[1,2]}');
  expect(await files.readLayout(file.id)).toBe('{"pay":[1,2]}');
  await files.saveLayout(file.id, null);
  expect(await files.readLayout(file.id)).toBeNull();
});

test('a file of the open folder is opened, and known from then on, by the id it was listed by', async () => {
  const files = desk();
  const result = await files.openById('listed');
  expect(result).toMatchObject({ kind: 'opened', opened: { file: { id: 'listed', name: 'order.yaml' } } });
  expect(await files.save('listed', 'name: new\n', null)).toMatchObject({ kind: 'saved' });
});
