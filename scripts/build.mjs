#!/usr/bin/env node
/** Builds the command line (out/cli) and the seed of the database (out/seed). */
import { existsSync } from 'node:fs';
import { chmod, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstall } from './ensure-install.mjs';
import { bundle } from './support/bundle.mjs';
import { isMain } from './support/is-main.mjs';
import { ROOT } from './support/process.mjs';

const CLI_SOURCE = 'src-main/cli/tasker-workbench.ts';
const CLI = join(ROOT, 'out', 'cli', 'tasker-workbench.js');
const SEED_FOLDER = join(ROOT, 'out', 'seed');

/** Builds everything; throws when something cannot be built. */
export async function buildAll() {
  const start = performance.now();
  if (!existsSync(join(ROOT, CLI_SOURCE)))
    throw new Error(`${CLI_SOURCE} is missing: there is no CLI to build`);
  await bundle({ 'tasker-workbench': CLI_SOURCE }, join(ROOT, 'out', 'cli'), { shebang: true });
  await chmod(CLI, 0o755);
  const bytes = await buildSeed();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Built out/cli and out/seed (${(bytes / 1e6).toFixed(1)} MB) in ${seconds} s`);
}

async function buildSeed() {
  const tools = join(ROOT, '.cache', 'build');
  const entries = {
    'seed-files': 'src-engine/store/seed-files.ts',
    'schema-files': 'src-engine/store/schema-files.ts',
  };
  await bundle(entries, tools);
  const { findSeed, seedFileName, writeSeed } = await import(pathToFileURL(join(tools, 'seed-files.js')));
  const { schemaFiles } = await import(pathToFileURL(join(tools, 'schema-files.js')));
  const files = schemaFiles();
  if ((await findSeed(files, [SEED_FOLDER])) === undefined) {
    await rm(SEED_FOLDER, { recursive: true, force: true });
    await writeSeed(files, SEED_FOLDER);
  }
  return (await stat(join(SEED_FOLDER, seedFileName(files)))).size;
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  await buildAll();
}
