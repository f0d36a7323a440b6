/**
 * Unsaved text on disk, a file for each key, so that nothing is lost when the program ends badly. Bounded in number and,
 * by the schema, in size; the oldest ones go first.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LONGEST_TEXT } from '../../../src-engine/api/contract/values.ts';
import type { Draft } from '../../../src-shared/desktop/bridge.ts';
import { atomicWrite } from '../../files/atomic-write.ts';

export const MOST_DRAFTS = 50;

const draftSchema = z.object({
  key: z.string(),
  name: z.string(),
  text: z.string().max(LONGEST_TEXT),
  fileId: z.string().nullable(),
  version: z.string().nullable(),
  savedAt: z.string(),
});

export interface DraftStore {
  /** The newest first. */
  list(): Promise<readonly Draft[]>;
  keep(draft: Omit<Draft, 'savedAt'>): Promise<void>;
  drop(key: string): Promise<void>;
  /** Those that were kept since the program started: what is open, not what an earlier end left behind. */
  dropOwn(): Promise<void>;
}

/** @param folder Made when the first draft is kept. */
export function createDraftStore(folder: string, now: () => Date): DraftStore {
  const own = new Set<string>();
  let work: Promise<unknown> = Promise.resolve();

  /** One thing after the other: a draft that is dropped must not come back with a write that was under way. */
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = work.then(action, action);
    work = result;
    return result;
  }

  const pathOf = (key: string): string =>
    join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  const remove = (key: string): Promise<void> => rm(pathOf(key), { force: true });

  return {
    list: () => inTurn(() => readDrafts(folder)),
    keep: (draft) =>
      inTurn(async () => {
        own.add(draft.key);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const kept: Draft = { ...draft, savedAt: now().toISOString() };
        await atomicWrite(pathOf(draft.key), JSON.stringify(kept));
        if ((await draftNames(folder)).length <= MOST_DRAFTS) return;
        const tooMany = (await readDrafts(folder)).slice(MOST_DRAFTS);
        await Promise.all(tooMany.map(({ key }) => remove(key)));
      }),
    drop: (key) =>
      inTurn(async () => {
        own.delete(key);
        await remove(key);
      }),
    dropOwn: () =>
      inTurn(async () => {
        await Promise.all([...own].map(remove));
        own.clear();
      }),
  };
}

async function readDrafts(folder: string): Promise<readonly Draft[]> {
  const names = await draftNames(folder);
  const drafts = await Promise.all(names.map((name) => readDraft(join(folder, name))));
  return drafts.flat().toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

async function draftNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json'));
}

/** One that cannot be used is set aside under another name: somebody's text may be in it. */
async function readDraft(path: string): Promise<readonly Draft[]> {
  try {
    return [draftSchema.parse(JSON.parse(await readFile(path, 'utf8')))];
  } catch {
    await rename(path, `${path}.unreadable`).catch(() => {});
    return [];
  }
}
