/** Where the password comes from: given, else PGPASSWORD, else the password file, as PostgreSQL's own programs look for it. */
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { getPassword } from 'pgpass/lib/helper.js';
import type { ConnectionTarget } from '../../../connection/target.ts';
import { type Environment, readOwnFile, settingsFile } from './own-files.ts';
import { Trouble } from './trouble.ts';

export interface FoundPassword {
  /** Null: there is none, and the server may not want one. */
  readonly password: string | null;
  readonly from: 'given' | 'environment' | 'file' | 'nowhere';
  /** Why a file was not looked at: a sentence each. */
  readonly notes: readonly string[];
}

/** Folders that PostgreSQL itself listens in: its programs look for `localhost` then. */
const DEFAULT_SOCKETS = new Set(['/tmp', '/var/run/postgresql', '/run/postgresql']);
const WHAT = 'password file';

/** @param given Absent or empty: look for one. A tunnel makes no difference: the file tells of the database it leads to. */
export async function findPassword(
  target: ConnectionTarget,
  given: string | undefined,
  env: Environment,
): Promise<FoundPassword> {
  if (given) return { password: given, from: 'given', notes: [] };
  if (env.PGPASSWORD) return { password: env.PGPASSWORD, from: 'environment', notes: [] };
  const path = env.PGPASSFILE || settingsFile(env, '.pgpass', 'pgpass.conf');
  const { text, notes } = await passwordFile(path, Boolean(env.PGPASSFILE));
  const password = text === null ? null : await matching(text, target);
  return { password, from: password === null ? 'nowhere' : 'file', notes };
}

async function passwordFile(path: string, isNamed: boolean) {
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      const note = `The ${WHAT} ${path} can be read by others and was not used: chmod 600 mends it.`;
      return { text: null, notes: [note] };
    }
    return { text: await readOwnFile(path, WHAT), notes: [] };
  } catch (error) {
    // Nobody has to have one.
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && !isNamed) return { text: null, notes: [] };
    const note =
      error instanceof Trouble ? error.message : `The ${WHAT} ${path} is not there, or may not be read.`;
    return { text: null, notes: [note] };
  }
}

async function matching(text: string, { host, port, database, user }: ConnectionTarget) {
  const known = DEFAULT_SOCKETS.has(host) ? 'localhost' : host;
  const password = await new Promise<string | undefined>((resolve) => {
    getPassword({ host: known, port, database, user }, Readable.from([text]), resolve);
  });
  return password || null;
}
