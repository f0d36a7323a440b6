/**
 * PGlite databases for tests: clones of one seed, kept in .cache/seed under the checksum of the SQL files,
 * so that only the first test run after a change pays for initdb and loading.
 */
import { join } from 'node:path';
import type { Database } from '../../src-engine/store/database.ts';
import { openPglite } from '../../src-engine/store/pglite.ts';
import { type IndexSet, schemaFiles } from '../../src-engine/store/schema-files.ts';
import { findSeed, removeStaleSeeds, writeSeed } from '../../src-engine/store/seed-files.ts';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';

/** One of the folders in which `openSandbox` looks as well. */
export const TEST_SEEDS = join(import.meta.dirname, '..', '..', '.cache', 'seed');

const seeds = new Map<IndexSet, Promise<Blob>>();

export async function openPgliteClone(profile: ProfileName, indexes: IndexSet): Promise<Database> {
  let seed = seeds.get(indexes);
  if (seed === undefined) {
    seed = cachedSeed(indexes);
    seeds.set(indexes, seed);
  }
  return openPglite({ seed: await seed, profile });
}

async function cachedSeed(indexes: IndexSet): Promise<Blob> {
  const files = schemaFiles(indexes);
  const found = await findSeed(files, [TEST_SEEDS]);
  if (found !== undefined) return found;
  const seed = await writeSeed(files, TEST_SEEDS);
  await removeStaleSeeds([schemaFiles('slim'), schemaFiles('full')], TEST_SEEDS);
  return seed;
}
