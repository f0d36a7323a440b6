/** From a pasted `postgres://` URL to a target, with the password split off. Pure. */
import type { ConnectionTarget, TlsMode } from './target.ts';
import { DEFAULT_PORT, DEFAULT_TIMEOUT_MS, TLS_MODES, isLocal } from './target.ts';

export type ParsedUrl =
  | {
      readonly kind: 'target';
      readonly target: ConnectionTarget;
      /** To be kept apart from the target from here on; null when the URL has none. */
      readonly password: string | null;
      /** What of the URL was not taken over, or means something else here: a sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'bad'; readonly message: string; readonly hint: string };

const HINT = 'It looks like postgres://user@host:5432/database?sslmode=verify-full.';

/** Names of libpq's URL parameters that are understood. */
const PARAMETERS = {
  sslmode: 'sslmode',
  sslrootcert: 'sslrootcert',
  sslcert: 'sslcert',
  sslkey: 'sslkey',
  host: 'host',
  port: 'port',
  user: 'user',
  dbname: 'dbname',
  password: 'password',
  service: 'service',
} as const;

/** @param fallbackUser Who connects when the URL names nobody, as with libpq: who is logged in. */
export function parseConnectionUrl(text: string, fallbackUser = 'postgres'): ParsedUrl {
  const { url, hasHost } = parsed(text.trim());
  if (url === null) return { kind: 'bad', message: 'This is no URL of a PostgreSQL database.', hint: HINT };
  const given = url.searchParams;
  const host = bare((hasHost && decoded(url.hostname)) || given.get(PARAMETERS.host) || 'localhost');
  if (host.includes(','))
    return { kind: 'bad', message: 'The URL names several servers.', hint: 'Choose one of them.' };
  const user = decoded(url.username) || given.get(PARAMETERS.user) || fallbackUser;
  const database = decoded(url.pathname.slice(1)) || given.get(PARAMETERS.dbname) || user;
  const port = Number(url.port || given.get(PARAMETERS.port) || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return {
      kind: 'bad',
      message: `${String(port)} is no port.`,
      hint: 'A port is a number from 1 to 65535.',
    };
  }
  const notes = unknownParameters(given);
  const draft: ConnectionTarget = {
    host,
    port,
    database,
    user,
    tls: { mode: 'verify-full' },
    statementTimeoutMs: DEFAULT_TIMEOUT_MS,
  };
  const mode = tlsMode(given.get(PARAMETERS.sslmode), draft, notes);
  const service = given.get(PARAMETERS.service);
  const target = { ...draft, tls: { mode, ...tlsFiles(given) }, ...(service ? { service } : {}) };
  return {
    kind: 'target',
    target,
    password: decoded(url.password) || given.get(PARAMETERS.password) || null,
    notes,
  };
}

function parsed(text: string): { readonly url: URL | null; readonly hasHost: boolean } {
  if (!/^postgres(?:ql)?:\/\//i.test(text)) return { url: null, hasHost: false };
  // Of a scheme that browsers do not know, an empty host is no URL to them.
  const filled = text.replace(/^(\w+:\/\/(?:[^/?#]*@)?)(?=\/|\?|:\d|$)/, '$1localhost');
  return { url: URL.parse(filled), hasHost: filled === text };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function tlsFiles(given: URLSearchParams) {
  const caFile = given.get(PARAMETERS.sslrootcert);
  const certFile = given.get(PARAMETERS.sslcert);
  const keyFile = given.get(PARAMETERS.sslkey);
  return {
    ...(caFile && caFile !== 'system' ? { caFile } : {}),
    ...(certFile ? { certFile } : {}),
    ...(keyFile ? { keyFile } : {}),
  };
}

/** `prefer` and `allow` give the encryption away to whoever asks for it: here they are the strictest mode, or none on this machine. */
function tlsMode(asked: string | null, target: ConnectionTarget, notes: string[]): TlsMode {
  if (asked === null) return isLocal(target) ? 'disable' : 'verify-full';
  const mode = TLS_MODES.find((each) => each === asked);
  if (mode !== undefined) return mode;
  const taken = isLocal(target) ? 'disable' : 'verify-full';
  notes.push(`sslmode=${asked} is not kept here: ${taken} is used instead.`);
  return taken;
}

function unknownParameters(given: URLSearchParams): string[] {
  const unknown = [...new Set(given.keys())].filter((key) => !Object.hasOwn(PARAMETERS, key));
  return unknown.map((key) => `${key} is not taken over.`);
}
