/**
 * PGlite databases for tests: clones of one dump, kept in .cache under the checksum of the SQL files, so
 * that only the first test run after a change pays for initdb and loading.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../src-engine/store/database.ts';
import { openPglite } from '../../src-engine/store/pglite.ts';
import { type IndexSet, schemaChecksum, schemaFiles } from '../../src-engine/store/schema-files.ts';
import { buildSeed } from '../../src-engine/store/seed.ts';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache');

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
  const path = join(CACHE, `test-seed-${schemaChecksum(files)}-${indexes}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch {
    const seed = await buildSeed(files);
    await mkdir(CACHE, { recursive: true });
    // Two workers may build the same one; the rename makes sure nobody reads half of it.
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, new Uint8Array(await seed.arrayBuffer()));
    await rename(draft, path);
    return seed;
  }
}
