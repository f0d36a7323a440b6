/**
 * What a statement that failed throws, whatever the adapter: the SQLSTATE, PostgreSQL's own message and
 * the statement. Trouble with the connection itself carries a code of class 08.
 */
export interface DatabaseErrorDetails {
  /** SQLSTATE, five characters, e.g. 23505. */
  readonly code: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly constraint?: string | undefined;
  readonly where?: string | undefined;
  /** Of the character of the statement it is about, 1 for the first. */
  readonly position?: number | undefined;
  /** The statement that failed; shortened before it is kept. */
  readonly sql?: string | undefined;
  readonly cause?: unknown;
}

/** SQLSTATE of a call on a database or transaction that is over. */
export const CONNECTION_DOES_NOT_EXIST = '08003';
/** SQLSTATE of a server that cannot be reached, or went away. */
export const CONNECTION_FAILURE = '08006';

const LONGEST_SQL = 400;

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly constraint: string | undefined;
  readonly where: string | undefined;
  readonly position: number | undefined;
  readonly sql: string | undefined;

  constructor(message: string, details: DatabaseErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.detail = details.detail;
    this.hint = details.hint;
    this.constraint = details.constraint;
    this.where = details.where;
    this.position = details.position;
    this.sql = details.sql === undefined ? undefined : shorten(details.sql);
  }
}

function shorten(sql: string): string {
  const text = sql.trim();
  return text.length <= LONGEST_SQL ? text : `${text.slice(0, LONGEST_SQL)} …`;
}
