/** Builds into a folder beside, and puts it in place when it is whole: nobody ever runs half a build. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ROOT } from '../support/process.mjs';

/** @param build Given the absolute path of an empty folder to fill. */
export async function staged(outDir, build) {
  const target = join(ROOT, outDir);
  const draft = join(dirname(target), `.${basename(target)}-${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await build(draft);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
