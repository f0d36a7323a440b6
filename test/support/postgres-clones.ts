/**
 * PostgreSQL databases for tests: each is created from a template database that holds the schema and is
 * named by the checksum of the SQL files; closing drops it.
 */
import type { Database } from '../../src-engine/store/database.ts';
import { loadSchema } from '../../src-engine/store/load-schema.ts';
import { openPostgres } from '../../src-engine/store/postgres.ts';
import { type IndexSet, schemaChecksum, schemaFiles } from '../../src-engine/store/schema-files.ts';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';

/** Guards the template: the workers of a test run would all create it at once. */
const TEMPLATE_LOCK = 7_283_514_094;

const templates = new Map<IndexSet, Promise<string>>();
let made = 0;

export async function openPostgresClone(
  server: string,
  profile: ProfileName,
  indexes: IndexSet,
): Promise<Database> {
  let template = templates.get(indexes);
  if (template === undefined) {
    template = ensureTemplate(server, indexes);
    templates.set(indexes, template);
  }
  return openCopy(server, await template, profile);
}

/** Creates a database from a template (default: an empty one), to be dropped when it is closed. */
export async function openCopy(
  server: string,
  template = 'template0',
  profile: ProfileName = 'documented',
): Promise<Database> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await onServer(server, (admin) => admin.exec(`create database ${name} template ${template}`));
  const database = await openPostgres(urlOf(server, name), { profile });
  return {
    kind: database.kind,
    query: (sql, params) => database.query(sql, params),
    exec: (sql) => database.exec(sql),
    transaction: (work) => database.transaction(work),
    close: async () => {
      await database.close();
      await onServer(server, (admin) => admin.exec(`drop database if exists ${name} with (force)`));
    },
  };
}

async function ensureTemplate(server: string, indexes: IndexSet): Promise<string> {
  const files = schemaFiles(indexes);
  const name = `template_${indexes}_${schemaChecksum(files)}`;
  await onServer(server, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await admin.query('select from pg_database where datname = $1', [name]);
    if (found.length > 0) return;
    // Under a draft name until it is whole: a run that was stopped must not leave half a template.
    const draft = `draft_${name}`;
    await admin.exec(`drop database if exists ${draft} with (force)`);
    await admin.exec(`create database ${draft} template template0 locale 'C' encoding 'UTF8'`);
    const database = await openPostgres(urlOf(server, draft));
    try {
      await loadSchema(database, files);
      await database.exec('vacuum analyze');
      await database.exec('select workbench.reset_sandbox()');
    } finally {
      await database.close();
    }
    await admin.exec(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function onServer(server: string, work: (admin: Database) => Promise<void>): Promise<void> {
  const admin = await openPostgres(server);
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
