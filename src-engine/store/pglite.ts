/**
 * Opens an in-process database: in memory, or in a folder that one process at a time may use.
 * PGlite blocks its thread while it works, so this belongs in a worker or a process of its own.
 */
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { ProfileName } from '../simulate/scenario.ts';
import { PgliteConnection } from './connection/pglite-connection.ts';
import { SerialDatabase } from './connection/serial-database.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import type { Database } from './database.ts';
import { sessionSettings } from './session.ts';

export interface PgliteOptions {
  /** Folder to keep the database in; absent: in memory, gone when closed. */
  readonly dataFolder?: string;
  /** A dump to start from when there is no database yet; absent: PostgreSQL's own initdb (3 s). */
  readonly seed?: Blob;
  /** Default: documented. */
  readonly profile?: ProfileName;
}

/** Small WAL segments keep a new database at 14 MB instead of 40; only initdb can choose their size. */
const INITDB_PARAMS = ['--wal-segsize=1'];

const COMMON_SETTINGS = [
  // PGlite replaces the whole postgresql.conf by this, so the time zone must be said again.
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  'shared_buffers = 8MB',
  'max_connections = 5',
  'wal_level = minimal',
  'max_wal_senders = 0',
  'min_wal_size = 2MB',
  'max_wal_size = 32MB',
  // Old segments are removed, not kept for reuse: they would be most of a dump.
  'wal_recycle = off',
];

/** Nothing in memory outlives the process, so nothing has to survive a torn page. */
const MEMORY_SETTINGS = ['full_page_writes = off', 'synchronous_commit = off'];

/** Opens PGlite; a folder that another process uses is refused with a `DataFolderInUse` error. */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  const { dataFolder, seed } = options;
  const unlock = dataFolder === undefined ? async () => {} : await lockDataFolder(dataFolder);
  try {
    const pglite = await startPglite(dataFolder, seed);
    const connection = new PgliteConnection(pglite, unlock);
    connection.exec(sessionSettings(options.profile ?? 'documented'));
    return new SerialDatabase(connection);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Starts a bare PGlite with our settings, for those who need more than a Database: the seed. */
export async function startPglite(dataFolder?: string, seed?: Blob): Promise<PGlite> {
  const isInMemory = dataFolder === undefined;
  if (!isInMemory) await mkdir(dataFolder, { recursive: true });
  const dataDir = isInMemory ? 'memory://' : join(dataFolder, 'pgdata');
  const isNew = isInMemory || !(await hasDatabase(dataDir));
  return PGlite.create({
    dataDir,
    ...(isNew && seed !== undefined ? { loadDataDir: seed } : {}),
    initDbStartParams: INITDB_PARAMS,
    postgresqlconf: [...COMMON_SETTINGS, ...(isInMemory ? MEMORY_SETTINGS : [])],
  });
}

async function hasDatabase(dataDir: string): Promise<boolean> {
  try {
    await access(join(dataDir, 'PG_VERSION'));
    return true;
  } catch {
    return false;
  }
}
