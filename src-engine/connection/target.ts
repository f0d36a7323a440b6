/**
 * Where a production database is and how to get there. Holds no secret: a password is given beside it, once, and never comes back.
 */
export const DEFAULT_PORT = 5_432;
export const DEFAULT_TIMEOUT_MS = 8_000;

/**
 * As libpq names them. `require` encrypts without knowing whom it talks to and is said so wherever it is used; `disable` is refused
 * for anything but this machine.
 */
export const TLS_MODES = ['verify-full', 'verify-ca', 'require', 'disable'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** Paths are of files on the machine the engine runs on. */
export interface TlsTarget {
  readonly mode: TlsMode;
  /** PEM; absent: what the system trusts. */
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
}

export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absent: the keys of the running SSH agent. */
  readonly keyFile?: string | undefined;
  /** `SHA256:…` of the host's key, as `ssh-keygen -lf` prints it. Without it the connection is refused and the fingerprint is told. */
  readonly fingerprint?: string | undefined;
}

export interface ConnectionTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly tls: TlsTarget;
  /** Of an entry in the service file of whoever connects: what it says counts in place of what stands here. */
  readonly service?: string | undefined;
  /** Of Tasker's tables; absent: looked for. */
  readonly schema?: string | undefined;
  readonly statementTimeoutMs: number;
  readonly tunnel?: TunnelTarget | undefined;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether nothing that is sent leaves this machine unencrypted: it is this machine, or a tunnel goes there. */
export function isLocal({ host, tunnel: through }: ConnectionTarget): boolean {
  return through !== undefined || LOOPBACK.has(host) || host.startsWith('/');
}

/**
 * Who is told a password of this target, and as whom: one that was given for a place is good for no other. Text to compare, not to
 * show. Without its CA `require` checks nobody, so that is of the place as well; the key of an SSH host, learnt on the way, is not.
 */
export function placeOf({ service, user, host, port, database, tls, tunnel }: ConnectionTarget): string {
  const through = tunnel && [tunnel.host, tunnel.port, tunnel.user];
  return JSON.stringify([service, user, host, port, database, tls.mode, tls.caFile, through]);
}

/** `user@host:port/database`: for titles, never with a password. */
export function targetInWords({ host, port: at, database, user }: ConnectionTarget): string {
  const shownPort = at === DEFAULT_PORT ? '' : `:${at}`;
  return `${user}@${host}${shownPort}/${database}`;
}
