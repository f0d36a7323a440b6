#!/usr/bin/env node
/**
 * Installs the dependencies when they are missing or older than package-lock.json. A stamp in
 * node_modules holds the checksum of the lock file that was installed.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain } from './support/is-main.mjs';
import { ROOT, run } from './support/process.mjs';

const STAMP = join(ROOT, 'node_modules', '.installed-lock');

/** Makes sure the dependencies are installed; ends the process when they cannot be. */
export async function ensureInstall() {
  const lock = createHash('sha256')
    .update(await readFile(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const reason = await reasonToInstall(lock);
  if (reason === undefined) return;
  console.log(`Installing dependencies: ${reason} (npm ci, about 20 seconds)`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // The desktop runtime is fetched when the desktop is started, not for tests and the command line.
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const shell = process.platform === 'win32';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env, shell });
  if (code !== 0) {
    console.error('npm ci failed: the dependencies are not installed.');
    process.exit(code);
  }
  await writeFile(STAMP, lock);
}

async function reasonToInstall(lock) {
  if (!existsSync(join(ROOT, 'node_modules', 'vite'))) return 'node_modules is missing';
  if (!existsSync(STAMP)) return 'node_modules was not installed from the lock file';
  return (await readFile(STAMP, 'utf8')) === lock ? undefined : 'package-lock.json has changed';
}

if (isMain(import.meta.url)) await ensureInstall();
