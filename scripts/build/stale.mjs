/**
 * Whether a part is older than what it is built from. A stamp holds the time at which its build began, not ended: what was
 * changed meanwhile may not be in it.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../support/process.mjs';

const STAMPS = join(ROOT, 'out', '.built');

/** True when the part was never built, or any of its sources is newer. */
export async function isStale(name, { from, except, out }) {
  const stamp = join(STAMPS, name);
  if (!existsSync(join(ROOT, out)) || !existsSync(stamp)) return true;
  const { mtimeMs } = await stat(stamp);
  const skip = new Set(except.map((path) => join(ROOT, path)));
  for (const source of from) if ((await newest(join(ROOT, source), skip)) > mtimeMs) return true;
  return false;
}

/** Runs a build and remembers when it began; a build that fails leaves no stamp. */
export async function stamped(name, build) {
  const began = new Date();
  const stamp = join(STAMPS, name);
  await forget(name);
  await build();
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stamp, '');
  await utimes(stamp, began, began);
}

/** Says that what lies in the part's folder is no longer what a build made. */
export async function forget(name) {
  await rm(join(STAMPS, name), { force: true });
}

async function newest(path, skip) {
  if (skip.has(path) || !existsSync(path)) return 0;
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  // The folder's own time counts as well: it tells of files that were deleted.
  let latest = info.mtimeMs;
  for (const name of await readdir(path)) latest = Math.max(latest, await newest(join(path, name), skip));
  return latest;
}
