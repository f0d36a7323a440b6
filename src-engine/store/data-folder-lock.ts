/**
 * Keeps two processes from opening the same data folder: PGlite itself takes no lock, and two of them
 * in one folder destroy it. The lock is a file naming its owner; one whose owner is dead is taken over.
 */
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Thrown when a living process has the folder open. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`the data folder ${folder} is in use by process ${pid}; close it there first`);
    this.folder = folder;
    this.pid = pid;
  }
}

interface Owner {
  readonly pid: number;
  /** When the process started, as the system tells it; absent where it does not tell. */
  readonly started?: string;
}

const LOCK_FILE = 'lock.json';

/** Takes the lock and returns what gives it back; giving it back twice does nothing. */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, LOCK_FILE);
  const text = JSON.stringify(await describeProcess(process.pid));
  // The second round follows a take-over; if the file is there again, somebody else was faster.
  for (let round = 0; round < 2; round += 1) {
    if (await createFile(path, text)) return releaser(path);
    await removeIfStale(folder, path);
  }
  throw new DataFolderInUse(folder, (await readOwner(path))?.pid ?? 0);
}

function releaser(path: string): () => Promise<void> {
  let held = true;
  return async () => {
    if (!held) return;
    held = false;
    await ignoring('ENOENT', unlink(path));
  };
}

/** Removes a lock whose owner is dead; throws when the owner lives. */
async function removeIfStale(folder: string, path: string): Promise<void> {
  const owner = await readOwner(path);
  if (owner !== undefined && (await isAlive(owner))) throw new DataFolderInUse(folder, owner.pid);
  // Moving it aside first: of two processes that saw the dead owner, one moves the file, and the other
  // may move the first one's new lock instead. It notices, and puts that one back.
  const aside = `${path}.${process.pid}.stale`;
  await ignoring('ENOENT', rename(path, aside));
  const moved = await readOwner(aside);
  if (moved !== undefined && (await isAlive(moved))) {
    await ignoring('EEXIST', link(aside, path));
    await unlink(aside);
    throw new DataFolderInUse(folder, moved.pid);
  }
  await ignoring('ENOENT', unlink(aside));
}

async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** The owner a lock file names; undefined when there is no file, or none that can be read. */
async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    const started = 'started' in value ? value.started : undefined;
    if (typeof value.pid !== 'number') return undefined;
    return typeof started === 'string' ? { pid: value.pid, started } : { pid: value.pid };
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return hasCode(error, 'EPERM');
  }
  // Process numbers are given out again: the same number with another start is another process.
  const { started } = await describeProcess(owner.pid);
  return started === undefined || owner.started === undefined || started === owner.started;
}

/** Linux tells when a process started, in ticks since boot, as field 22 of its stat file. */
async function describeProcess(pid: number): Promise<Owner> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return started === undefined ? { pid } : { pid, started };
  } catch {
    return { pid };
  }
}

async function ignoring(code: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!hasCode(error, code)) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
