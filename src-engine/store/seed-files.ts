/**
 * Seeds on disk. A seed's file name holds the checksum of the SQL files it was made from, so a stale one
 * is never found, let alone opened.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SchemaFile, schemaChecksum, schemaFile } from './schema-files.ts';
import { buildSeed, SEED_RECIPE } from './seed.ts';

/**
 * Where seeds may lie, seen from this file: beside the built program (out/cli, out/main), or in the
 * cache of a working copy when the sources run as they are.
 */
const SEED_FOLDERS: readonly string[] = ['../seed/', '../../.cache/seed/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** Name of the file that holds the seed of this set of files, made the way seeds are made now. */
export function seedFileName(files: readonly SchemaFile[]): string {
  const recipe = schemaFile('recipe', SEED_RECIPE.join(';'));
  return `seed-${schemaChecksum([...files, recipe])}.tar`;
}

/** The seed of exactly these files, if one of the folders has it. */
export async function findSeed(
  files: readonly SchemaFile[],
  folders: readonly string[] = SEED_FOLDERS,
): Promise<Blob | undefined> {
  for (const folder of folders) {
    try {
      return new Blob([await readFile(join(folder, seedFileName(files)))]);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}

/** Builds the seed of these files and keeps it in `folder`. */
export async function writeSeed(files: readonly SchemaFile[], folder: string): Promise<Blob> {
  const seed = await buildSeed(files);
  await mkdir(folder, { recursive: true });
  // Several processes may build the same one; the rename makes sure nobody reads half of it.
  const path = join(folder, seedFileName(files));
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, new Uint8Array(await seed.arrayBuffer()));
  await rename(draft, path);
  return seed;
}

/** Deletes the seeds in `folder` that belong to none of these sets of files. */
export async function removeStaleSeeds(
  current: readonly (readonly SchemaFile[])[],
  folder: string,
): Promise<void> {
  const keep = new Set(current.map(seedFileName));
  for (const name of await readdir(folder)) {
    if (/^seed-\w+\.tar$/.test(name) && !keep.has(name)) await rm(join(folder, name), { force: true });
  }
}
