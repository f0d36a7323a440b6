/**
 * One client of the package `pg` as a Connection, with named statements and our own decoders, given with
 * each query so that the package's global ones stay as they are for everybody else.
 */
import { type Client, DatabaseError as ServerError } from 'pg';
import type { SqlValue } from '../database.ts';
import { CONNECTION_FAILURE, DatabaseError } from '../database-error.ts';
import type { Connection } from './connection.ts';
import { StatementCache } from './statement-cache.ts';
import { type Decoder, decoderFor, encodeParam } from './values.ts';

/** The part of the type registry `pg` asks; results always come as text. */
const TYPES = { getTypeParser: (oid: number): Decoder => decoderFor(oid) };

export class PostgresConnection implements Connection {
  readonly kind = 'postgres';
  readonly #client: Client;
  readonly #statements = new StatementCache<true>();
  #lost: Error | undefined;

  constructor(client: Client) {
    this.#client = client;
    // Without a listener a connection that breaks while idle would end the process.
    client.on('error', (error) => {
      this.#lost = error;
    });
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<unknown[]> {
    const known = this.#statements.find(sql);
    const { name } = known ?? this.#statements.add(sql);
    const values = params.map(encodeParam);
    const evicted = known === undefined ? this.#statements.evict() : undefined;
    try {
      if (evicted !== undefined) await this.#client.query(`deallocate ${evicted}`);
      const result = await this.#client.query<Record<string, unknown>>({
        name,
        text: sql,
        values,
        types: TYPES,
      });
      return result.rows;
    } catch (error) {
      // A statement that failed at its first run may not have been prepared at all.
      if (known === undefined) this.#statements.forget(sql);
      throw this.#explain(error, sql);
    }
  }

  async exec(sql: string): Promise<string> {
    try {
      const result: { command: string } | { command: string }[] = await this.#client.query(sql);
      return (Array.isArray(result) ? result.at(-1)?.command : result.command) ?? '';
    } catch (error) {
      throw this.#explain(error, sql);
    }
  }

  forget(sql: string): void {
    this.#statements.forget(sql);
  }

  async end(): Promise<void> {
    if (this.#lost === undefined) await this.#client.end();
  }

  #explain(error: unknown, sql: string): DatabaseError {
    if (!(error instanceof ServerError))
      return connectionError(this.#lost ?? error, 'the connection failed', sql);
    return new DatabaseError(error.message, {
      code: error.code ?? 'XX000',
      detail: error.detail,
      hint: error.hint,
      where: error.where,
      position: Number(error.position ?? 0) || undefined,
      constraint: error.constraint,
      sql,
      cause: error,
    });
  }
}

/** Trouble between us and the server, as a DatabaseError that says what was tried. */
export function connectionError(error: unknown, what: string, sql?: string): DatabaseError {
  if (error instanceof ServerError) {
    return new DatabaseError(`${what}: ${error.message}`, {
      code: error.code ?? CONNECTION_FAILURE,
      sql,
      cause: error,
    });
  }
  const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
  return new DatabaseError(`${what}: ${reason}`, { code: CONNECTION_FAILURE, sql, cause: error });
}

/** A refused connection to a name with several addresses has an empty message and only a code. */
function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
