/** Files of the user that are read on the way: certificates, keys, passwords, services. They are small, and they are files. */
import { readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Trouble } from './trouble.ts';

/** Environment variables; given, so that nothing here depends on those of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LARGEST = 1_048_576;

/** @param what For the message: 'file with the CA'. A file that is not there or cannot be read is trouble `file`. */
export async function readOwnFile(path: string, what: string): Promise<string> {
  const file = path.replace(/^~(?=[/\\])/, () => homedir());
  try {
    const info = await stat(file);
    // A device or a pipe would never come to an end.
    if (!info.isFile()) throw fileTrouble(path, what, 'is no file');
    if (info.size > LARGEST) throw fileTrouble(path, what, 'is far too large for one');
    return await readFile(file, 'utf8');
  } catch (error) {
    throw error instanceof Trouble ? error : fileTrouble(path, what, reasonOf(error));
  }
}

export function fileTrouble(path: string, what: string, reason: string, hint?: string): Trouble {
  return new Trouble({
    code: 'file',
    message: `The ${what}, ${path}, ${reason}.`,
    hint: hint ?? 'Check the path, which is one of the machine the engine runs on, and who may read it.',
  });
}

/** Where PostgreSQL's own programs look for a file of the user's. */
export function settingsFile(env: Environment, name: string, nameOnWindows: string): string {
  if (process.platform !== 'win32') return join(homeOf(env), name);
  return join(env.APPDATA || join(homeOf(env), 'AppData', 'Roaming'), 'postgresql', nameOnWindows);
}

/** As libpq: HOME, and without it what the system knows about the user. */
function homeOf(env: Environment): string {
  return env.HOME || env.USERPROFILE || userInfo().homedir;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return 'could not be read';
}
