/**
 * Opens one session on a PostgreSQL server. Several sessions on one server are several databases here.
 */
import { Client } from 'pg';
import type { ProfileName } from '../simulate/scenario.ts';
import { connectionError, PostgresConnection } from './connection/postgres-connection.ts';
import { SerialDatabase } from './connection/serial-database.ts';
import type { Database } from './database.ts';
import { sessionSettings } from './session.ts';

export interface PostgresOptions {
  /** Default: documented. */
  readonly profile?: ProfileName;
  /** How the session is listed on the server; default `tasker-workbench`. */
  readonly applicationName?: string;
  /** Milliseconds to wait for the server; default 10,000. */
  readonly connectTimeout?: number;
}

/** Connects to `url` (postgres://user@host:port/database); a server out of reach throws code 08006. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const client = new Client({
    connectionString: url,
    application_name: options.applicationName ?? 'tasker-workbench',
    connectionTimeoutMillis: options.connectTimeout ?? 10_000,
    keepAlive: true,
  });
  const connection = new PostgresConnection(client);
  try {
    await client.connect();
  } catch (error) {
    throw connectionError(error, 'cannot connect');
  }
  try {
    await connection.exec(sessionSettings(options.profile ?? 'documented'));
  } catch (error) {
    await connection.end();
    throw error;
  }
  return new SerialDatabase(connection);
}
