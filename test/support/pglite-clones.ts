/**
 * PGlite databases for tests: clones of one seed, kept in .cache/seed under the checksum of the SQL files,
 * so that only the first test run after a change pays for initdb and loading.
 */
import { join } from 'node:path';
import type { Database } from '../../src-engine/store/database.ts';
import { openPglite } from '../../src-engine/store/pglite.ts';
import { type SchemaFile, schemaChecksum, schemaFiles } from '../../src-engine/store/schema-files.ts';
import { findSeed, removeStaleSeeds, writeSeed } from '../../src-engine/store/seed-files.ts';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';

/** One of the folders in which `openSandbox` looks as well. */
export const TEST_SEEDS = join(import.meta.dirname, '..', '..', '.cache', 'seed');

const seeds = new Map<string, Promise<Blob>>();

/** A database in memory with these files loaded; none is the empty database. */
export async function openPgliteClone(
  files: readonly SchemaFile[],
  profile: ProfileName = 'documented',
): Promise<Database> {
  const key = schemaChecksum(files);
  const seed = seeds.get(key) ?? cachedSeed(files);
  seeds.set(key, seed);
  return openPglite({ seed: await seed, profile });
}

async function cachedSeed(files: readonly SchemaFile[]): Promise<Blob> {
  const found = await findSeed(files, [TEST_SEEDS]);
  if (found !== undefined) return found;
  const seed = await writeSeed(files, TEST_SEEDS);
  await removeStaleSeeds([[], schemaFiles('slim'), schemaFiles('full')], TEST_SEEDS);
  return seed;
}
