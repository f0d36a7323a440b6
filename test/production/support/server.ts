/**
 * PostgreSQL servers that tests start for themselves, because they stop them, read their log, or need a way in that the
 * shared server does not have: passwords, certificates. Without server programs such tests are skipped, but fail in CI.
 */
import { readFile, truncate } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  findPostgres,
  preparePostgres,
  type PreparedServer,
  type ServerSpec,
} from '../../../scripts/support/postgres-server.mjs';
import { PASSWORDS } from './roles.ts';

export interface ServerOptions {
  /**
   * How everybody but `postgres` proves who they are; `postgres` is let in anyway. `certificate`: a client certificate made
   * out to the name of the user. Default: not at all.
   */
  readonly auth?: 'trust' | 'password' | 'certificate';
  /** PEM texts; with `required` a session without TLS is refused. Default: no TLS. */
  readonly tls?: {
    readonly cert: string;
    readonly key: string;
    /** Who signs client certificates. */
    readonly ca?: string;
    readonly required?: boolean;
  };
  /** Logs every statement, each line with `user@database application`. Default false: only what the server reports. */
  readonly logStatements?: boolean;
  /** Lines of pg_hba.conf that go before all others. */
  readonly hba?: readonly string[];
  /** Further settings of the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly port: number;
  /** `postgres://…` on 127.0.0.1, by default as the superuser; the roles of this folder come with their passwords. */
  readonly url: (user?: string, database?: string) => string;
  /** What the server wrote since the last `clearLog`: complete up to the last statement that was answered. */
  readonly readLog: () => Promise<string>;
  readonly clearLog: () => Promise<void>;
  /** Throws everybody out and leaves the data as it is; `start` brings it back on the same port. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>;
}

/** A server that its maker removes. */
export interface OwnServer extends TestServer {
  readonly remove: () => Promise<void>;
}

const bin = await findPostgres();
const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';

/** `describe` for tests that need a server of their own. */
export const describeWithServer = describe.skipIf(bin === undefined && !isCi);

/** One server for all tests of the file or block that calls this; it runs from `beforeAll` to `afterAll`. */
export function withServer(options: ServerOptions = {}): TestServer {
  let server: OwnServer | undefined;
  const running = (): OwnServer => {
    if (server === undefined) throw new Error('the server runs only while tests do');
    return server;
  };
  beforeAll(async () => {
    if (bin !== undefined || isCi) server = await startServer(options);
  });
  afterAll(async () => server?.remove());
  return {
    get port() {
      return running().port;
    },
    url: (...args) => running().url(...args),
    readLog: () => running().readLog(),
    clearLog: () => running().clearLog(),
    stop: () => running().stop(),
    start: () => running().start(),
    restart: () => running().restart(),
    kill: () => running().kill(),
  };
}

/** Starts a server; it is removed by `remove`, or when this process ends without having done so. */
export async function startServer(options: ServerOptions = {}): Promise<OwnServer> {
  if (bin === undefined) throw new Error('no PostgreSQL server programs (initdb, postgres) were found');
  const server = await preparePostgres(bin, specOf(options));
  const forget = removedAtExit(server);
  const remove = async (): Promise<void> => {
    forget();
    await server.remove();
  };
  try {
    await server.start();
  } catch (error) {
    const log = await readFile(server.logFile, 'utf8').catch(() => '');
    await remove();
    throw new Error(`the server did not start:\n${log}`, { cause: error });
  }
  return { ...handleOf(server), remove };
}

function handleOf(server: PreparedServer): TestServer {
  return {
    port: server.port,
    url: (user = 'postgres', database = 'postgres') => urlOf(server.port, user, database),
    readLog: () => readFile(server.logFile, 'utf8'),
    // The server appends, so it goes on at the new end.
    clearLog: () => truncate(server.logFile),
    stop: server.stop,
    start: server.start,
    restart: async () => {
      await server.stop();
      await server.start();
    },
    kill: server.kill,
  };
}

function urlOf(port: number, user: string, database: string): string {
  const url = new URL(`postgres://127.0.0.1:${port}/${encodeURIComponent(database)}`);
  url.username = user;
  url.password = PASSWORDS[user] ?? '';
  return url.href;
}

function specOf({
  auth = 'trust',
  tls,
  logStatements = false,
  hba = [],
  settings = {},
}: ServerOptions): ServerSpec {
  return {
    log: true,
    hba: [...hba, ...accessLines(auth, tls?.required ?? false)],
    files: tls === undefined ? {} : tlsFiles(tls),
    settings: {
      log_line_prefix: '%m [%p] %u@%d %a: ',
      log_timezone: 'UTC',
      // Nothing is recovered or copied elsewhere, so that most of the log for it can be left out.
      wal_level: 'minimal',
      max_wal_senders: '0',
      max_wal_size: '4GB',
      ...(logStatements ? { log_statement: 'all', log_duration: 'off' } : {}),
      ...(tls === undefined ? {} : tlsSettings(tls)),
      ...settings,
    },
  };
}

function accessLines(auth: NonNullable<ServerOptions['auth']>, tlsRequired: boolean): readonly string[] {
  const methods = { trust: 'trust', password: 'scram-sha-256', certificate: 'cert' };
  const kind = tlsRequired || auth === 'certificate' ? 'hostssl' : 'host';
  return ['local all all trust', 'host all postgres all trust', `${kind} all all all ${methods[auth]}`];
}

function tlsFiles({ cert, key, ca }: NonNullable<ServerOptions['tls']>): Readonly<Record<string, string>> {
  return { 'server.crt': cert, 'server.key': key, ...(ca === undefined ? {} : { 'ca.crt': ca }) };
}

function tlsSettings({ ca }: NonNullable<ServerOptions['tls']>): Readonly<Record<string, string>> {
  return {
    ssl: 'on',
    ssl_cert_file: '{home}/server.crt',
    ssl_key_file: '{home}/server.key',
    ...(ca === undefined ? {} : { ssl_ca_file: '{home}/ca.crt' }),
  };
}

/** A worker that is told to end, or is left alone, runs no `afterAll`; the server must not outlive it all the same. */
function removedAtExit(server: PreparedServer): () => void {
  const onExit = (): void => server.removeAtOnce();
  const onSignal = (signal: NodeJS.Signals): void => {
    onExit();
    forget();
    // Now without this listener, so that the signal does what it would have done.
    process.kill(process.pid, signal);
  };
  // Whoever started this worker is gone: only the sessions to the server would keep it alive.
  const onDisconnect = (): void => onSignal('SIGTERM');
  const forget = (): void => {
    process.off('exit', onExit).off('disconnect', onDisconnect);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', onExit).on('disconnect', onDisconnect);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return forget;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
