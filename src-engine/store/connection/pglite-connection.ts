/**
 * One PGlite as a Connection. Statements are prepared under a name and sent as one buffer
 * (Bind, Execute, Sync), which costs a third of PGlite's own query(): that one parses and plans each time.
 */
import { type PGlite, protocol } from '@electric-sql/pglite';
import type { SqlValue } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import type { Connection } from './connection.ts';
import { StatementCache } from './statement-cache.ts';
import { encodeParam } from './values.ts';
import { type Column, readReply } from './wire-reader.ts';

const { serialize } = protocol;
const EXECUTE_AND_SYNC = joined([serialize.execute(), serialize.sync()]);

export class PgliteConnection implements Connection {
  readonly kind = 'pglite';
  readonly #pglite: PGlite;
  readonly #statements = new StatementCache<readonly Column[]>();
  readonly #afterEnd: () => Promise<void>;

  /** `afterEnd` runs when PGlite has let go of its files. */
  constructor(pglite: PGlite, afterEnd: () => Promise<void> = async () => {}) {
    this.#pglite = pglite;
    this.#afterEnd = afterEnd;
  }

  run(sql: string, params: readonly SqlValue[]): unknown[] {
    const values = params.map(encodeParam);
    const known = this.#statements.find(sql);
    if (known?.shape !== undefined) {
      const bind = serialize.bind({ statement: known.name, values });
      const reply = this.#send(joined([bind, EXECUTE_AND_SYNC]), sql);
      return readReply(reply, sql, known.shape).rows;
    }
    return this.#prepareAndRun(sql, values);
  }

  exec(sql: string): string {
    return readReply(this.#send(serialize.query(sql), sql), sql).tag;
  }

  forget(sql: string): void {
    this.#statements.forget(sql);
  }

  async end(): Promise<void> {
    try {
      await this.#pglite.close();
    } finally {
      await this.#afterEnd();
    }
  }

  #prepareAndRun(sql: string, values: (string | null)[]): unknown[] {
    const statement = this.#statements.add(sql);
    const evicted = this.#statements.evict();
    const messages = [
      ...(evicted === undefined ? [] : [serialize.close({ type: 'S', name: evicted })]),
      serialize.parse({ name: statement.name, text: sql }),
      serialize.describe({ type: 'S', name: statement.name }),
      serialize.bind({ statement: statement.name, values }),
      EXECUTE_AND_SYNC,
    ];
    try {
      const reply = readReply(this.#send(joined(messages), sql), sql);
      statement.shape = reply.columns ?? [];
      return reply.rows;
    } catch (error) {
      // Whether it was the parsing or the run that failed, the columns are not known: start afresh.
      this.#statements.forget(sql);
      throw error;
    }
  }

  /** The file systems in use (memory and NodeFS) write through, so there is nothing to sync afterwards. */
  #send(message: Uint8Array, sql: string): Uint8Array {
    try {
      return this.#pglite.execProtocolRawSync(message);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DatabaseError(`PGlite failed: ${reason}`, { code: 'XX000', sql, cause: error });
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
