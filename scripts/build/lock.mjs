/** One build at a time in a working copy: two would empty each other's folders. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../support/process.mjs';

const LOCK = join(ROOT, '.cache', 'build.lock');
const LOOK_EVERY_MS = 200;

/** Waits until no other build runs, then runs `work`. */
export async function alone(work) {
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  let hasTold = false;
  while (!(await take())) {
    if (!hasTold) console.log('Waiting for another build in this folder');
    hasTold = true;
    await sleep(LOOK_EVERY_MS);
  }
  const release = () => rm(LOCK, { force: true });
  try {
    return await work();
  } finally {
    await release();
  }
}

async function take() {
  try {
    const file = await open(LOCK, 'wx');
    await file.write(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(LOCK, 'utf8').catch(() => ''));
  // An empty file belongs to somebody who is just writing it.
  if (owner > 0 && !isAlive(owner)) await rm(LOCK, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
