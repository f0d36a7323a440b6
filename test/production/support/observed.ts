/** What a server says of the sessions of the workbench: its log, its list of sessions, its locks and its counters. */
import { vi } from 'vitest';
import type { Queryable } from '../../../src-engine/store/database.ts';
import type { TestServer } from './server.ts';

export const WORKBENCH = 'tasker-workbench (read only)';

export interface LogEntry {
  readonly pid: number;
  readonly user: string;
  /** LOG, DETAIL, ERROR, … */
  readonly level: string;
  readonly message: string;
}

const ENTRY =
  /^\S+ \S+ UTC \[(?<pid>\d+)\] (?<user>\S*)@\S* (?<application>.*?): (?<level>[A-Z]+): {2}(?<message>[^]*)$/;

/** What the log holds of the workbench. */
export async function readWorkbenchLog(server: TestServer): Promise<readonly LogEntry[]> {
  const text = await server.readLog();
  return text.split(/\n(?=\d{4}-\d\d-\d\d )/).flatMap((entry) => {
    const found = ENTRY.exec(entry)?.groups;
    if (found?.['application'] !== WORKBENCH) return [];
    const { pid, user = '', level = '', message = '' } = found;
    return [{ pid: Number(pid), user, level, message: message.replaceAll('\n\t', '\n').trim() }];
  });
}

export interface Backend {
  readonly pid: number;
  readonly state: string;
  readonly query: string;
  readonly waits: string | null;
}

/** The sessions of the workbench in this database. */
export async function readBackends(db: Queryable): Promise<readonly Backend[]> {
  return db.query<Backend>(
    `select pid, state, query, wait_event_type as waits from pg_stat_activity
     where application_name = $1 and datname = current_database() order by pid`,
    [WORKBENCH],
  );
}

/** A session of the workbench that waits for a lock. */
export async function untilWaiting(db: Queryable): Promise<Backend> {
  return vi.waitFor(
    async () => {
      const waiting = (await readBackends(db)).find(({ waits }) => waits === 'Lock');
      if (waiting === undefined) throw new Error('no session of the workbench waits for a lock');
      return waiting;
    },
    { timeout: 5_000, interval: 10 },
  );
}

export async function untilGone(db: Queryable): Promise<void> {
  await vi.waitFor(
    async () => {
      const left = await readBackends(db);
      if (left.length > 0) throw new Error(`${left.length} sessions of the workbench are still there`);
    },
    { timeout: 5_000, interval: 20 },
  );
}

export interface Lock {
  readonly kind: string;
  readonly mode: string;
  readonly relation: string | null;
}

/** All locks that sessions of the workbench hold or wait for. */
export async function readLocks(db: Queryable): Promise<readonly Lock[]> {
  return db.query<Lock>(
    `select l.locktype as kind, l.mode, l.relation::regclass::text as relation
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where a.application_name = $1 and (l.database is null or a.datname = current_database())`,
    [WORKBENCH],
  );
}

/** Keeps everybody from the tables while `work` runs. */
export async function whileLocked<T>(
  db: { readonly transaction: <R>(work: (tx: Queryable) => Promise<R>) => Promise<R> },
  tables: string,
  work: () => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.exec(`lock table ${tables} in access exclusive mode`);
    return work();
  });
}

export interface Counters {
  /** Rows inserted, updated and deleted in the whole database, catalogue and all. */
  readonly database: readonly number[];
  /** The same by table. */
  readonly tables: Readonly<Record<string, readonly number[]>>;
}

/**
 * Counters to which every session has added what it did: sessions of the workbench must be gone, and `db` does so here, as it waits
 * until a row of its own is counted.
 */
export async function readCounters(db: Queryable): Promise<Counters> {
  await db.exec('create schema if not exists marks; create table if not exists marks.marks (n integer)');
  await db.exec('insert into marks.marks values (1)');
  const counted = (): Promise<readonly { table: string; rows: readonly number[] }[]> =>
    db.query(
      `select schemaname || '.' || relname as table, json_build_array(n_tup_ins, n_tup_upd, n_tup_del) as rows
       from pg_stat_user_tables order by 1`,
    );
  const [marks] = await db.query<{ count: number }>('select count(*)::integer as count from marks.marks');
  return vi.waitFor(
    async () => {
      const rows = await counted();
      const own = rows.find(({ table }) => table === 'marks.marks');
      if (own?.rows[0] !== marks?.count) throw new Error('not everything was counted');
      const [database] = await db.query<{ rows: readonly number[] }>(
        `select json_build_array(tup_inserted - $1, tup_updated, tup_deleted) as rows
         from pg_stat_database where datname = current_database()`,
        [marks?.count ?? 0],
      );
      const others = rows.filter((each) => each !== own);
      return {
        database: database?.rows ?? [],
        tables: Object.fromEntries(others.map(({ table, rows: each }) => [table, each])),
      };
    },
    { timeout: 15_000, interval: 100 },
  );
}

/** Of every row of every table of a schema. */
export async function readChecksums(
  db: Queryable,
  schema = 'public',
): Promise<Readonly<Record<string, string>>> {
  const tables = await db.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname = $1 order by 1`,
    [schema],
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as sum from ${name} t`,
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}
