/** The whole way to a production database: password, encryption and tunnel, as the configuration of a client of `pg`. */
import type { ClientConfig } from 'pg';
import type { ConnectionTarget } from '../../../connection/target.ts';
import { findPassword } from './find-password.ts';
import type { Environment } from './own-files.ts';
import { expandService, withService } from './service-file.ts';
import { tlsOptions } from './tls-options.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { type Tunnel, openTunnel } from './tunnel.ts';

export interface Way {
  /** Where it leads: what a service file says is in it. */
  readonly target: ConnectionTarget;
  /** Where and as whom; what the session may do is for the caller to add. Good for several clients. */
  readonly config: Readonly<ClientConfig>;
  /** What the user should know: a sentence each. */
  readonly notes: readonly string[];
  /** What a client with this configuration threw, in words; a broken tunnel is told before what it broke. */
  troubleOf(error: unknown): Trouble;
  /** To be called once the clients are closed. */
  close(): Promise<void>;
}

export interface WayOptions {
  readonly password?: string | undefined;
  /** Default: that of the process. */
  readonly env?: Environment | undefined;
  /** Ends the opening. */
  readonly signal?: AbortSignal | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
const VAGUE = new Set<Trouble['code']>(['lost', 'unreachable', 'refused', 'timeout', 'failed']);

/** Throws a Trouble. */
export async function openWay(
  asked: ConnectionTarget,
  { password, env = process.env, signal }: WayOptions = {},
): Promise<Way> {
  const service = asked.service === undefined ? null : await expandService(asked.service, env);
  const target = service === null ? asked : withService(asked, service);
  const ssl = await tlsOptions(target);
  const found = await findPassword(target, password ?? service?.password ?? undefined, env);
  const tunnel =
    target.tunnel === undefined ? undefined : await openTunnel(target.tunnel, target, { signal, env });
  const secrets = found.password === null ? [] : [found.password];
  return {
    target,
    config: {
      host: tunnel?.host ?? target.host,
      port: tunnel?.port ?? target.port,
      database: target.database,
      user: target.user,
      // Always a function: without one `pg` looks for a password itself, and behind a tunnel for that of 127.0.0.1.
      password: () => found.password ?? '',
      ssl,
      enableChannelBinding: ssl !== false,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    },
    notes: [...(service?.notes ?? []), ...found.notes],
    troubleOf: (error) => clearer(troubleOf(error, target, secrets), tunnel),
    close: async () => tunnel?.close(),
  };
}

/** A closed connection says little; what the server or TLS itself said is another matter. */
function clearer(trouble: Trouble, tunnel: Tunnel | undefined): Trouble {
  return VAGUE.has(trouble.code) ? (tunnel?.trouble() ?? trouble) : trouble;
}
