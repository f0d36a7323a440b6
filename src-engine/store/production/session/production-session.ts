/**
 * One session on a production server that can only read. What it may do is said to the server when the session begins; every read
 * is a transaction of its own that is read only and cannot be made otherwise, because a query has been run in it before anything
 * else; and every message is one prepared statement, so that nothing fits behind it.
 */
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import type { SqlValue } from '../../database.ts';
import { PostgresConnection } from '../../connection/postgres-connection.ts';
import { DatabaseError } from '../../database-error.ts';

/** Where the session goes: made by `reach`. */
export interface SessionRoute {
  readonly config: Readonly<ClientConfig>;
  readonly statementTimeoutMs: number;
}

export interface Reader {
  /** One statement, prepared; values only as parameters. */
  query<Row>(sql: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
}

const CANCEL_WITHIN_MS = 5_000;
const GOODBYE_MS = 1_000;
const LOCK_TIMEOUT_MS = 1_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
/** Past the server's own limit: then the server is out of reach, whatever the socket says. */
const SILENCE_MS = 5_000;

const BEGIN = 'begin transaction isolation level repeatable read read only';
/** From the first query on a transaction cannot be made writable again; and this one says whether it is not. */
const FIRST_QUERY = "select pg_catalog.current_setting('transaction_read_only') as read_only";

export class ProductionSession {
  readonly #route: SessionRoute;
  readonly #client: Client;
  readonly #connection: PostgresConnection;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #turns = 0;
  #isLost = false;

  private constructor(route: SessionRoute, client: Client) {
    this.#route = route;
    this.#client = client;
    this.#connection = new PostgresConnection(client);
    const lost = (): void => {
      this.#isLost = true;
    };
    client.once('end', lost).once('error', lost);
  }

  static async open(route: SessionRoute, applicationName: string): Promise<ProductionSession> {
    const { config, statementTimeoutMs } = route;
    const client = new Client({
      ...config,
      application_name: applicationName,
      options: startupOptions(statementTimeoutMs),
      query_timeout: statementTimeoutMs + SILENCE_MS,
    });
    const session = new ProductionSession(route, client);
    try {
      await client.connect();
    } catch (error) {
      // A client that gives up by itself, for want of a password, would keep the server waiting.
      session.#drop();
      throw error;
    }
    return session;
  }

  /** Whether the server, or the way to it, is gone: another session is needed. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * Reads in one snapshot. Reads take turns. An aborted one is cancelled on the server as well, and throws what the server
   * says to that, or the reason of the signal where it had not begun.
   */
  reading<T>(work: (reader: Reader) => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.#turns += 1;
    const turn = this.#lastTurn
      .then(() => this.#read(work, signal))
      .finally(() => {
        this.#turns -= 1;
      });
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  /** A server that is silent is not waited for. */
  async close(): Promise<void> {
    if (this.#isLost) return;
    if (this.#turns > 0) await Promise.race([this.#lastTurn, this.#cancel()]);
    const late = setTimeout(() => this.#drop(), GOODBYE_MS);
    await this.#connection.end();
    clearTimeout(late);
  }

  async #read<T>(work: (reader: Reader) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    try {
      const result = await this.#cancellable(() => this.#begin(work, signal), signal);
      await this.#run('commit');
      return result;
    } catch (error) {
      await this.#rollback();
      throw error;
    }
  }

  async #begin<T>(work: (reader: Reader) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    await this.#run(BEGIN);
    const [first] = await this.#run<{ read_only: string }>(FIRST_QUERY);
    if (first?.read_only !== 'on') throw new Error('the server did not begin a transaction that only reads');
    let isOpen = true;
    const query: Reader['query'] = async (sql, params = []) => {
      signal?.throwIfAborted();
      if (!isOpen) throw new Error('the transaction is over');
      return this.#run(sql, params);
    };
    try {
      return await work({ query });
    } finally {
      isOpen = false;
    }
  }

  /** A cancel that is under way is waited for: later, it would meet whoever reads next. */
  async #cancellable<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    let cancelling: Promise<void> | undefined;
    const onAbort = (): void => {
      cancelling = this.#cancel();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await work();
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await cancelling;
    }
  }

  async #run<Row>(sql: string, params: readonly SqlValue[] = []): Promise<readonly Row[]> {
    try {
      return (await this.#connection.run(sql, params)) as Row[];
    } catch (error) {
      if (isSilence(error)) this.#drop();
      throw error;
    }
  }

  /** What was wrong matters more than trouble with the rollback; a session that is lost rolls back by itself. */
  async #rollback(): Promise<void> {
    if (this.#isLost) return;
    try {
      await this.#run('rollback');
    } catch {
      this.#drop();
    }
  }

  /** Without a goodbye, which nobody would answer. */
  #drop(): void {
    this.#isLost = true;
    void this.#client.end().catch(() => {});
    socketOf(this.#client)?.destroy();
  }

  /** The protocol's own request, on a connection of its own that carries nothing else. Best effort, as the protocol has it. */
  async #cancel(): Promise<void> {
    const { processID, secretKey } = keyOf(this.#client);
    if (this.#isLost || processID === null || secretKey === null) return;
    const { host = '', port = 0 } = this.#route.config;
    const request = Buffer.alloc(16);
    request.writeInt32BE(16, 0);
    request.writeInt32BE(CANCEL_REQUEST, 4);
    request.writeInt32BE(processID, 8);
    request.writeInt32BE(secretKey, 12);
    const isFolder = host.startsWith('/');
    const socket = connect(isFolder ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    await new Promise<void>((resolve) => {
      socket.setTimeout(CANCEL_WITHIN_MS, () => socket.destroy());
      socket.once('error', () => resolve()).once('close', () => resolve());
      socket.once('connect', () => socket.end(request));
      socket.resume();
    });
  }
}

const CANCEL_REQUEST = 80_877_102;

function startupOptions(statementTimeoutMs: number): string {
  const settings: Readonly<Record<string, string | number>> = {
    default_transaction_read_only: 'on',
    statement_timeout: statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    TimeZone: 'UTC',
    DateStyle: 'ISO',
    IntervalStyle: 'postgres',
    extra_float_digits: 1,
    // Names of tables are written with their schema, so nothing is found that somebody put in the way.
    search_path: 'pg_catalog',
    // One core of theirs at a time is enough for looking.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    // A plan that fits any values fits a page badly: after a few calls one of seconds would take the place of one of milliseconds.
    plan_cache_mode: 'force_custom_plan',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The package knows them and does not say so in its types. */
function keyOf(client: Client): { readonly processID: number | null; readonly secretKey: number | null } {
  const { processID, secretKey } = Object(client) as Record<string, unknown>;
  return {
    processID: typeof processID === 'number' ? processID : null,
    secretKey: typeof secretKey === 'number' ? secretKey : null,
  };
}

function socketOf(client: Client): Socket | undefined {
  const { connection } = Object(client) as { readonly connection?: { readonly stream?: Socket } };
  return connection?.stream;
}

function isSilence(error: unknown): boolean {
  return error instanceof DatabaseError && error.message.includes('Query read timeout');
}
