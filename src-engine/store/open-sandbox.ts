/**
 * Opens the workbench's own database, in memory or in a folder, with the schema of this version: from the
 * seed when it is new, brought up to date when it is older, refused when it is newer.
 */
import type { ProfileName } from '../simulate/scenario.ts';
import type { Database } from './database.ts';
import { loadSchema } from './load-schema.ts';
import { openPglite } from './pglite.ts';
import { schemaFiles } from './schema-files.ts';
import { buildSeed, LOGGED_EVENTS } from './seed.ts';
import { findSeed } from './seed-files.ts';

export interface SandboxOptions {
  /** Default: documented. */
  readonly profile?: ProfileName;
  /** Folder to keep it in; absent: in memory. */
  readonly dataFolder?: string;
}

/** A quarter of a second with a seed; without one (sources run as they are, nothing cached) 4 s more. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Database> {
  const files = schemaFiles();
  const seed = (await findSeed(files)) ?? (await buildSeed(files));
  const database = await openPglite({ ...options, seed });
  // A new database has the schema from its seed; only one that was kept in a folder can be older.
  if (options.dataFolder === undefined) return database;
  try {
    await loadSchema(database, files);
    await database.exec(LOGGED_EVENTS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
