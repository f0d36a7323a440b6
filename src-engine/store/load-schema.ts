/**
 * Brings a database to the state the SQL files describe: an empty one gets everything, an older one what
 * is new or changed, a current one nothing. All in one transaction, so it is never half done.
 */
import type { Database, Queryable } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { type SchemaFile, schemaFiles } from './schema-files.ts';

/** Why a database cannot be brought to the state of the files. */
export type SchemaErrorCode = 'newer_database' | 'changed_table_file' | 'broken_file';

export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly code: SchemaErrorCode;
  /** The file in question, as named below `sql/`. */
  readonly file: string;

  constructor(code: SchemaErrorCode, file: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.file = file;
  }
}

/** Any number, as long as every program that loads this schema uses the same. */
const LOAD_LOCK = 7_283_514_093;

const PREPARATION = `
set local search_path = public;
-- Functions may name what a later file makes; a test checks every body once all are there.
set local check_function_bodies = off;
set local client_min_messages = warning;
create schema if not exists workbench;
create table if not exists workbench.migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamp not null
);
comment on table workbench.migrations is 'Which files of the schema this database has, in which version';
`;

/** Loads `files` (default: the slim schema) and returns the names of those that were applied. */
export async function loadSchema(
  db: Database,
  files: readonly SchemaFile[] = schemaFiles(),
): Promise<readonly string[]> {
  return db.transaction(async (tx) => {
    // Two programs that start at once must not both create the schema.
    await tx.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    await tx.exec(PREPARATION);
    const applied = await appliedFiles(tx);
    refuseNewer(files, applied);
    const names: string[] = [];
    for (const file of files) if (await applyFile(tx, file, applied.get(file.name))) names.push(file.name);
    return names;
  });
}

async function appliedFiles(tx: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ name: string; checksum: string }>(
    'select name, checksum from workbench.migrations',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** Code left over from a file that is gone does no harm; tables and migrations nobody here knows do. */
function refuseNewer(files: readonly SchemaFile[], applied: ReadonlyMap<string, string>): void {
  const known = new Set(files.map((file) => file.name));
  for (const name of applied.keys()) {
    if (name.startsWith('migrations/') && !known.has(name)) {
      throw new SchemaError(
        'newer_database',
        name,
        `this database was made by a newer version: it has ${name}, which this version does not know. Update the workbench, or open another database.`,
      );
    }
  }
}

/** Applies one file if this database does not have it in this version; says whether it did. */
async function applyFile(tx: Queryable, file: SchemaFile, checksum: string | undefined): Promise<boolean> {
  if (checksum === file.checksum) return false;
  const isFrozen = file.kind === 'table' || file.kind === 'migration';
  if (checksum !== undefined && isFrozen) throw changedTableFile(file);
  try {
    // The row first: should somebody else apply the same file, the key stops one of us before any change.
    await tx.query(
      `insert into workbench.migrations (name, checksum, applied_at)
       values ($1, $2, now() at time zone 'UTC')
       on conflict (name) do update set checksum = excluded.checksum, applied_at = excluded.applied_at`,
      [file.name, file.checksum],
    );
    await tx.exec(file.text);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new SchemaError('broken_file', file.name, `sql/${file.name}: ${error.message}`, error);
  }
  return true;
}

function changedTableFile(file: SchemaFile): SchemaError {
  return new SchemaError(
    'changed_table_file',
    file.name,
    `sql/${file.name} differs from the version this database was made with. Tables of a released version change only by a new file in sql/migrations; a database of a development version has to be made anew.`,
  );
}
