/** Everything the desktop keeps on disk for itself, in one folder. */
import { join } from 'node:path';
import { keptConnectionsSchema, keptSecretsSchema } from '../connections/kept.ts';
import type { KeptConnections, KeptSecrets } from '../connections/kept.ts';
import { createDraftStore } from '../drafts/draft-store.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import { knownFilesSchema } from '../files/known-files.ts';
import type { KnownFiles } from '../files/known-files.ts';
import { openJsonStore } from '../settings/json-store.ts';
import type { JsonStore } from '../settings/json-store.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../settings/settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Report } from './failure-log.ts';

export interface Storage {
  readonly settings: JsonStore<Settings>;
  readonly known: JsonStore<KnownFiles>;
  readonly connections: JsonStore<KeptConnections>;
  /** Encrypted passwords, apart from what they are for. */
  readonly secrets: JsonStore<KeptSecrets>;
  readonly drafts: DraftStore;
}

/** Nobody but the user may read it. */
const PRIVATE = 0o600;

export async function openStorage(folder: string, report: Report): Promise<Storage> {
  const setAside = (path: string): void =>
    report(`${path} could not be used: it was set aside and begun anew`);
  const [settings, known, connections, secrets] = await Promise.all([
    openJsonStore(join(folder, 'settings.json'), settingsSchema, DEFAULT_SETTINGS, { setAside }),
    openJsonStore(join(folder, 'known-files.json'), knownFilesSchema, [], { setAside }),
    openJsonStore(join(folder, 'connections.json'), keptConnectionsSchema, [], { setAside, mode: PRIVATE }),
    openJsonStore(join(folder, 'secrets.json'), keptSecretsSchema, [], { setAside, mode: PRIVATE }),
  ]);
  const drafts = createDraftStore(join(folder, 'drafts'), () => new Date());
  return { settings, known, connections, secrets, drafts };
}
