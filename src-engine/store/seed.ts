/**
 * The seed: a dump of a database with the schema loaded, from which new databases start in a quarter of
 * a second instead of running initdb. It carries the checksum of the SQL files it was made from.
 */
import { PgliteConnection } from './connection/pglite-connection.ts';
import { SerialDatabase } from './connection/serial-database.ts';
import { loadSchema } from './load-schema.ts';
import { startPglite } from './pglite.ts';
import type { SchemaFile } from './schema-files.ts';
import { sessionSettings } from './session.ts';

/** Two thirds of a dump are databases nobody will ever connect to, and most of the rest is old WAL. */
export const SEED_RECIPE: readonly string[] = [
  "update pg_database set datistemplate = false where datname in ('template0', 'template1')",
  'drop database template0',
  'drop database template1',
  'vacuum analyze',
  // Truncated tables count as unknown to the planner, analyzed ones as empty: plans for empty tables are made only
  // once and would be used for full ones.
  // The event log goes without WAL, which makes it a third faster: in memory nothing outlives the process anyway.
  // A sandbox in a folder takes that back (LOGGED_EVENTS).
  `do $$ begin
     if to_regprocedure('workbench.reset_sandbox()') is not null then
       perform workbench.reset_sandbox();
       alter table workbench.events set unlogged;
       alter table workbench.row_versions set unlogged;
     end if;
   end $$`,
  'checkpoint',
  'select pg_switch_wal()',
  'checkpoint',
];

/** What a sandbox that is kept runs once: without WAL a crash would empty the event log. */
export const LOGGED_EVENTS = `do $$ begin
  if (select relpersistence from pg_class where oid = 'workbench.events'::regclass) = 'u' then
    alter table workbench.events set logged;
    alter table workbench.row_versions set logged;
  end if;
end $$`;

/** Makes a seed with these files loaded: 4 s, most of it initdb. */
export async function buildSeed(files: readonly SchemaFile[]): Promise<Blob> {
  const pglite = await startPglite();
  const connection = new PgliteConnection(pglite);
  const database = new SerialDatabase(connection);
  try {
    await database.exec(sessionSettings('documented'));
    await loadSchema(database, files);
    for (const statement of SEED_RECIPE) await database.exec(statement);
    return await pglite.dumpDataDir('none');
  } finally {
    await database.close();
  }
}
