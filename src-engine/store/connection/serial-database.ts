/**
 * A Database over one connection: calls take turns in the order they were made, a transaction keeps
 * everybody else waiting until it ends, and a prepared statement that went stale is prepared once more.
 */
import type { Database, Queryable, SqlValue } from '../database.ts';
import { CONNECTION_DOES_NOT_EXIST, DatabaseError } from '../database-error.ts';
import type { Connection } from './connection.ts';

/** "cached plan must not change result type" and "prepared statement does not exist". */
const STALE_STATEMENT = new Set(['0A000', '26000']);
const IN_FAILED_TRANSACTION = '25P02';

export class SerialDatabase implements Database {
  readonly #connection: Connection;
  #lastTurn: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get kind(): 'pglite' | 'postgres' {
    return this.#connection.kind;
  }

  async query<Row>(sql: string, params: readonly SqlValue[] = []): Promise<readonly Row[]> {
    const done = await this.#turn(sql);
    try {
      return await this.#run<Row>(sql, params, true);
    } finally {
      done();
    }
  }

  async exec(sql: string): Promise<void> {
    const done = await this.#turn(sql);
    try {
      await this.#connection.exec(sql);
    } finally {
      done();
    }
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const done = await this.#turn('begin');
    try {
      return await this.#transact(work);
    } finally {
      done();
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#lastTurn.then(() => this.#connection.end());
    return this.#closing;
  }

  async #transact<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    await this.#connection.exec('begin');
    const tx = new OpenTransaction(
      (sql, params) => this.#run(sql, params, false),
      async (sql) => void (await this.#connection.exec(sql)),
    );
    let result: T;
    try {
      result = await work(tx);
    } catch (error) {
      tx.end();
      await this.#rollback();
      throw error;
    }
    tx.end();
    const tag = await this.#connection.exec('commit');
    if (tag !== 'COMMIT') {
      // PostgreSQL answers the commit of a failed transaction with a quiet rollback.
      throw new DatabaseError('the transaction was rolled back: a statement in it had failed', {
        code: IN_FAILED_TRANSACTION,
        sql: 'commit',
      });
    }
    return result;
  }

  /** The reason for the rollback matters more than trouble with it: a lost connection rolls back by itself. */
  async #rollback(): Promise<void> {
    try {
      await this.#connection.exec('rollback');
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
    }
  }

  async #run<Row>(sql: string, params: readonly SqlValue[], mayRepeat: boolean): Promise<readonly Row[]> {
    try {
      return (await this.#connection.run(sql, params)) as Row[];
    } catch (error) {
      if (!(error instanceof DatabaseError) || !STALE_STATEMENT.has(error.code)) throw error;
      this.#connection.forget(sql);
      // Inside a transaction the failure has aborted it: nothing can be repeated there.
      if (!mayRepeat) throw error;
      return (await this.#connection.run(sql, params)) as Row[];
    }
  }

  /** Waits for everybody who came before; the caller must call what it returns when it is done. */
  async #turn(sql: string): Promise<() => void> {
    if (this.#closing !== undefined) throw closedError('the database is closed', sql);
    const before = this.#lastTurn;
    let done = (): void => {};
    this.#lastTurn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  }
}

/** What the work of a transaction gets; it refuses calls made after the transaction ended. */
class OpenTransaction implements Queryable {
  readonly #run: (sql: string, params: readonly SqlValue[]) => Promise<readonly unknown[]>;
  readonly #exec: (sql: string) => Promise<void>;
  #open = true;

  constructor(
    run: (sql: string, params: readonly SqlValue[]) => Promise<readonly unknown[]>,
    exec: (sql: string) => Promise<void>,
  ) {
    this.#run = run;
    this.#exec = exec;
  }

  async query<Row>(sql: string, params: readonly SqlValue[] = []): Promise<readonly Row[]> {
    if (!this.#open) throw closedError('the transaction is over', sql);
    return (await this.#run(sql, params)) as readonly Row[];
  }

  async exec(sql: string): Promise<void> {
    if (!this.#open) throw closedError('the transaction is over', sql);
    await this.#exec(sql);
  }

  end(): void {
    this.#open = false;
  }
}

function closedError(message: string, sql: string): DatabaseError {
  return new DatabaseError(message, { code: CONNECTION_DOES_NOT_EXIST, sql });
}
