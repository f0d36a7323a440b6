/** Whether the built program is older than what it is built from. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

const SOURCES = [
  'src-engine',
  'src-main',
  'src-renderer',
  'src-shared',
  'sql',
  'scripts',
  'package-lock.json',
];

/** True when `built` is missing, or any source is newer. */
export async function isStale(built) {
  if (!existsSync(built)) return true;
  const { mtimeMs } = await stat(built);
  for (const source of SOURCES) if ((await newest(join(ROOT, source))) > mtimeMs) return true;
  return false;
}

async function newest(path) {
  if (!existsSync(path)) return 0;
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  // The folder's own time counts as well: it tells of files that were deleted.
  let latest = info.mtimeMs;
  for (const name of await readdir(path)) latest = Math.max(latest, await newest(join(path, name)));
  return latest;
}
