/**
 * The seed of the current SQL files in .cache/seed, built when it is not there. Tests, benchmarks,
 * generators and the build all start from this one.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNow } from './bundle.mjs';
import { ROOT } from './process.mjs';

const FOLDER = join(ROOT, '.cache', 'seed');

/** Makes sure the seed exists and returns its path. */
export async function ensureSeed() {
  const tools = await bundleForNow({
    'seed-files': 'src-engine/store/seed-files.ts',
    'schema-files': 'src-engine/store/schema-files.ts',
  });
  const { findSeed, seedFileName, writeSeed } = await import(pathToFileURL(join(tools, 'seed-files.js')));
  const { schemaFiles } = await import(pathToFileURL(join(tools, 'schema-files.js')));
  const files = schemaFiles();
  if ((await findSeed(files, [FOLDER])) === undefined) await writeSeed(files, FOLDER);
  return join(FOLDER, seedFileName(files));
}
