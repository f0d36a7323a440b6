/** Everything the desktop keeps on disk for itself, in one folder. */
import { join } from 'node:path';
import { createDraftStore } from '../drafts/draft-store.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import { knownFilesSchema } from '../files/known-files.ts';
import type { KnownFiles } from '../files/known-files.ts';
import { openJsonStore } from '../settings/json-store.ts';
import type { JsonStore } from '../settings/json-store.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../settings/settings.ts';
import type { Settings } from '../settings/settings.ts';

export interface Storage {
  readonly settings: JsonStore<Settings>;
  readonly known: JsonStore<KnownFiles>;
  readonly drafts: DraftStore;
}

export async function openStorage(folder: string): Promise<Storage> {
  const [settings, known] = await Promise.all([
    openJsonStore(join(folder, 'settings.json'), settingsSchema, DEFAULT_SETTINGS),
    openJsonStore(join(folder, 'known-files.json'), knownFilesSchema, []),
  ]);
  return { settings, known, drafts: createDraftStore(join(folder, 'drafts'), () => new Date()) };
}
