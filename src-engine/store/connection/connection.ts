/**
 * What an adapter has to bring: one session that does one thing at a time. Turns, transactions and
 * preparing anew are not its business; `SerialDatabase` adds them for both adapters alike.
 */
import type { SqlValue } from '../database.ts';

export interface Connection {
  readonly kind: 'pglite' | 'postgres';
  /** Runs one prepared statement. May answer at once: an in-process database has nothing to wait for. */
  run(sql: string, params: readonly SqlValue[]): Promise<unknown[]> | unknown[];
  /** Runs statements without parameters and returns the command tag of the last one, e.g. `COMMIT`. */
  exec(sql: string): Promise<string> | string;
  /** Forgets that this text is prepared, so that the next call prepares it anew. */
  forget(sql: string): void;
  end(): Promise<void>;
}
