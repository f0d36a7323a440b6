/**
 * Databases for tests, each fresh and with the schema loaded: clones of a cached PGlite dump or, when
 * TASKER_TEST_DATABASE_URL names a server, of a template database there. Every one must be closed.
 */
import { afterAll } from 'vitest';
import type { Database } from '../../src-engine/store/database.ts';
import { type IndexSet, schemaFiles } from '../../src-engine/store/schema-files.ts';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';
import { openPgliteClone } from './pglite-clones.ts';
import { openCopy, openPostgresClone } from './postgres-clones.ts';

export interface TestDatabaseOptions {
  /** Default: documented. */
  readonly profile?: ProfileName;
  /** Default: slim. */
  readonly indexes?: IndexSet;
}

const open = new Set<Database>();

/** Which engine the tests of this process run on. */
export function testDatabaseKind(): Database['kind'] {
  return testServer() === undefined ? 'pglite' : 'postgres';
}

/** The server tests run on, if one is given. */
export function testServer(): string | undefined {
  return process.env['TASKER_TEST_DATABASE_URL'] || undefined;
}

/** Opens a fresh database with the schema loaded; closing it deletes it. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  const { profile = 'documented', indexes = 'slim' } = options;
  const server = testServer();
  const database =
    server === undefined
      ? await openPgliteClone(schemaFiles(indexes), profile)
      : await openPostgresClone(server, profile, indexes);
  return tracked(database);
}

/** Opens a database in which no file of the schema is loaded yet; closing it deletes it. */
export async function openEmptyDatabase(): Promise<Database> {
  const server = testServer();
  return tracked(server === undefined ? await openPgliteClone([]) : await openCopy(server));
}

/** How many databases of this file are still open. */
export function openDatabaseCount(): number {
  return open.size;
}

function tracked(database: Database): Database {
  const wrapped: Database = {
    kind: database.kind,
    query: (sql, params) => database.query(sql, params),
    exec: (sql) => database.exec(sql),
    transaction: (work) => database.transaction(work),
    close: async () => {
      open.delete(wrapped);
      await database.close();
    },
  };
  open.add(wrapped);
  return wrapped;
}

// Registered by importing this file, so it stands for every test file that opens a database. It runs
// after the file's own afterAll hooks: vitest runs hooks in reverse order of registration.
afterAll(async () => {
  const left = open.size;
  for (const database of open) await database.close();
  if (left > 0) throw new Error(`${left} test database(s) were not closed by the tests of this file`);
});
