/**
 * Writes a file in one piece: whoever reads it, also after a power cut, sees the old content or the new one.
 *
 * A draft beside the file is written, brought to disk and renamed. Packages that do this were tried: the usual one
 * does not notice a short write, and on a full disk puts half of a text in place of the whole one.
 */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMissing } from './unusable.ts';

/**
 * A link stays a link: the file it leads to is written. Permissions and owner stay; a write-protected file is refused.
 * @param mode Permissions it gets, whatever it had.
 */
export async function atomicWrite(path: string, content: string | Uint8Array, mode?: number): Promise<void> {
  const target = await realTarget(path);
  const before = await statOf(target);
  if (before !== undefined) await access(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.draft`);
  try {
    const handle = await open(draft, 'wx', mode ?? before?.mode ?? 0o666);
    try {
      await handle.writeFile(content);
      if (before !== undefined) await keepOwnerAndMode(handle, before, mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function realTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Only root may give a file away; then it belongs to whoever wrote it, as with most editors. */
async function keepOwnerAndMode(handle: FileHandle, { uid, gid, mode }: Stats, asked = mode): Promise<void> {
  await handle.chown(uid, gid).catch(() => {});
  await handle.chmod(asked);
}
