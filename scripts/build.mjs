#!/usr/bin/env node
/** Builds the command line (out/cli) and the seed of the database (out/seed). */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { bundle } from './support/bundle.mjs';
import { isMain } from './support/is-main.mjs';
import { ROOT } from './support/process.mjs';
import { ensureSeed } from './support/seed.mjs';

const CLI_SOURCE = 'src-main/cli/tasker-workbench.ts';
const CLI = join(ROOT, 'out', 'cli', 'tasker-workbench.js');
const SEED_FOLDER = join(ROOT, 'out', 'seed');

/** Builds everything; throws when something cannot be built. */
export async function buildAll() {
  const start = performance.now();
  if (!existsSync(join(ROOT, CLI_SOURCE)))
    throw new Error(`${CLI_SOURCE} is missing: there is no CLI to build`);
  const bytes = await buildSeed();
  // The program last: its age says whether everything is current.
  await bundle({ 'tasker-workbench': CLI_SOURCE }, join(ROOT, 'out', 'cli'), { shebang: true });
  await chmod(CLI, 0o755);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Built out/cli and out/seed (${(bytes / 1e6).toFixed(1)} MB) in ${seconds} s`);
}

/** Puts the seed beside the program, alone: what an earlier build left there is stale. */
async function buildSeed() {
  const seed = await ensureSeed();
  await rm(SEED_FOLDER, { recursive: true, force: true });
  await mkdir(SEED_FOLDER, { recursive: true });
  const copy = join(SEED_FOLDER, basename(seed));
  await copyFile(seed, copy);
  return (await stat(copy)).size;
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  await buildAll();
}
