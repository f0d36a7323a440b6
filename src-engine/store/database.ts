/**
 * The one interface to a database. Two adapters implement it: PGlite (in process) and `pg` (a server).
 * Values cross it in one shape, whatever the adapter: integers and bigints as numbers, numeric as string,
 * json and jsonb parsed, date and time types as the text PostgreSQL prints (session time zone UTC).
 */
export type SqlValue = string | number | boolean | null | readonly (string | number | null)[];

/** Anything that runs SQL: a database or an open transaction of it. */
export interface Queryable {
  /** Runs one statement, prepared and cached by its text, and returns its rows as objects. */
  query<Row>(sql: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs any number of statements without parameters (schema files, settings). */
  exec(sql: string): Promise<void>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /** Runs `work` between begin and commit; an exception rolls back and is thrown on. Not reentrant. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Ends the session; calling it again does nothing. */
  close(): Promise<void>;
}
