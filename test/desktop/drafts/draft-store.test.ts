import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_DRAFTS, createDraftStore } from '../../../src-main/desktop/drafts/draft-store.ts';
import type { DraftStore } from '../../../src-main/desktop/drafts/draft-store.ts';

let root: string;
let folder: string;
let time: number;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'drafts-'));
  folder = join(root, 'drafts');
  time = Date.UTC(2026, 0, 1);
});
afterEach(() => rm(root, { recursive: true }));

const open = (): DraftStore => createDraftStore(folder, () => new Date((time += 1_000)));
const draft = (key: string, text = key) => ({ key, name: `${key}.yaml`, text, fileId: null, version: null });
const keys = async (store: DraftStore) => (await store.list()).map(({ key }) => key);

test('a draft is there after a new start, with the time it was kept', async () => {
  await open().keep(draft('a', 'name: x\n'));
  expect(await open().list()).toEqual([{ ...draft('a', 'name: x\n'), savedAt: '2026-01-01T00:00:01.000Z' }]);
});

test('there is one draft a key, whatever is in the key', async () => {
  const store = open();
  await store.keep(draft('../../etc/passwd', 'one'));
  await store.keep(draft('../../etc/passwd', 'two'));
  expect((await store.list()).map(({ text }) => text)).toEqual(['two']);
  expect(await readdir(root)).toEqual(['drafts']);
});

test('a draft that is dropped does not come back with a write under way', async () => {
  const store = open();
  await Promise.all([store.keep(draft('a')), store.drop('a')]);
  expect(await keys(store)).toEqual([]);
});

test('the oldest go when there are too many', async () => {
  const store = open();
  for (let count = 0; count < MOST_DRAFTS + 2; count += 1) await store.keep(draft(`k${count}`));
  const left = await keys(store);
  expect(left).toHaveLength(MOST_DRAFTS);
  expect(left).not.toContain('k0');
  expect(left[0]).toBe(`k${MOST_DRAFTS + 1}`);
});

test('dropping what is open leaves what an earlier end left behind', async () => {
  await open().keep(draft('earlier'));
  const store = open();
  await store.keep(draft('now'));
  await store.dropOwn();
  expect(await keys(store)).toEqual(['earlier']);
});

test('one that cannot be read is set aside, the others are there', async () => {
  const store = open();
  await store.keep(draft('a'));
  await writeFile(join(folder, 'broken.json'), '{"key":');
  expect(await keys(store)).toEqual(['a']);
  expect(await readdir(folder)).toContain('broken.json.unreadable');
});
