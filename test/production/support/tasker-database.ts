/**
 * Databases as a Tasker application leaves them: its tables with all published indexes, its functions and view, and two
 * roles. Nothing of the workbench is in them, neither schemas nor clock.
 */
import type { Database, Queryable, SqlValue } from '../../../src-engine/store/database.ts';
import { openPostgres } from '../../../src-engine/store/postgres.ts';
import { schemaFiles } from '../../../src-engine/store/schema-files.ts';
import { CONTEXTS, DAG_VIEW, LEVELS } from './sql/context-sql.ts';
import { type ReadinessVersion, readinessSql } from './sql/readiness-sql.ts';
import { createRoles, grantRights, type RoleName } from './roles.ts';
import type { TestServer } from './server.ts';

/** Where Tasker's tables are and how their names begin. */
export interface Naming {
  /** Default: public. */
  readonly schema?: string;
  /** Default: tasker_. */
  readonly prefix?: string;
}

export interface TaskerDatabaseOptions extends Naming {
  /** Version of the readiness functions, or `none` for an install that lost all functions. Default: v02. */
  readonly functions?: ReadinessVersion | 'none';
  /** Time zone of new sessions. Default: that of the server. */
  readonly timeZone?: string;
}

export interface TestDatabase {
  readonly name: string;
  readonly schema: string;
  /**
   * A superuser's session. It may say `tasker_tasks` whatever the schema and the prefix are, so one generator fills all
   * variants. Times are UTC in it.
   */
  readonly db: Database;
  /** Default: viewer. */
  readonly url: (role?: RoleName | 'postgres') => string;
  /** Ends the session and drops the database, whoever is in it. */
  readonly close: () => Promise<void>;
}

/** Analytics as the files of the shipped engine have them; they need nothing but the tables. */
const ANALYTICS = /^profiles\/rails-1\.0\/get_(?:analytics|slowest|system_health)/;

let made = 0;

/** A database with Tasker installed and no tasks. */
export async function createTaskerDatabase(
  server: TestServer,
  options: TaskerDatabaseOptions = {},
): Promise<TestDatabase> {
  const database = await createDatabase(server, options);
  const { db, schema } = database;
  try {
    await db.exec(tablesSql());
    if (options.functions !== 'none') await db.exec(functionsSql(options.functions ?? 'v02'));
    await grantRights(db, schema);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** A database with nothing in it but, should it be another than `public`, the schema. */
export async function createDatabase(
  server: TestServer,
  {
    schema = 'public',
    prefix = 'tasker_',
    timeZone,
  }: Naming & { readonly timeZone?: string | undefined } = {},
): Promise<TestDatabase> {
  made += 1;
  const name = `production_${process.pid}_${made}`;
  await onServer(server, async (admin) => {
    await createRoles(admin);
    await admin.exec(`create database ${name} template template0`);
    if (timeZone !== undefined) await admin.exec(`alter database ${name} set timezone = '${timeZone}'`);
  });
  const session = await openPostgres(server.url('postgres', name), { applicationName: 'test-support' });
  await session.exec(
    schema === 'public'
      ? 'set search_path = public'
      : `create schema ${schema}; set search_path = ${schema}, public`,
  );
  return {
    name,
    schema,
    db: renaming(session, { schema, prefix }),
    url: (role = 'viewer') => server.url(role, name),
    close: async () => {
      await session.close();
      await onServer(server, (admin) => admin.exec(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Tables and indexes, without the one index that only the workbench has. */
export function tablesSql(): string {
  const files = schemaFiles('full').filter(({ name }) => /^(?:10_tables|indexes-full)\//.test(name));
  return `${files.map(({ text }) => text).join('\n')}\ndrop index public.workbench_step_current_state;`;
}

export function functionsSql(version: ReadinessVersion): string {
  const analytics = schemaFiles('full').filter(({ name }) => ANALYTICS.test(name));
  return [
    readinessSql(version),
    CONTEXTS,
    LEVELS,
    DAG_VIEW,
    ...analytics.map(({ text }) => text.replaceAll('rails_1_0.', 'public.')),
  ].join('\n');
}

async function onServer(server: TestServer, work: (admin: Queryable) => Promise<void>): Promise<void> {
  const admin = await openPostgres(server.url());
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

/** Statements meet the tables under the names they have there. */
function renaming(session: Database, { schema, prefix }: Required<Naming>): Database {
  const renamed = (sql: string): string =>
    sql
      .replace(/(?<![\w.])(?:public\.)?tasker_(?=[a-z])/g, `${schema}.${prefix}`)
      .replace(/\bpublic\.(?=(?:get|calculate)_|workbench_)/g, `${schema}.`);
  const wrapped = (to: Queryable): Queryable => ({
    query: <Row>(sql: string, params?: readonly SqlValue[]) => to.query<Row>(renamed(sql), params),
    exec: (sql) => to.exec(renamed(sql)),
  });
  return {
    ...wrapped(session),
    kind: session.kind,
    transaction: (work) => session.transaction((tx) => work(wrapped(tx))),
    close: () => session.close(),
  };
}
