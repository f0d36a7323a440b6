/** Connections that have a name in the user's `pg_service.conf`. */
import { join } from 'node:path';
import { parse } from 'ini';
import { type ConnectionTarget, isLocal, TLS_MODES, type TlsMode } from '../../../connection/target.ts';
import { type Environment, fileTrouble, readOwnFile, settingsFile } from './own-files.ts';
import { Trouble } from './trouble.ts';

export interface Service {
  /** What the file says; what it does not say is absent. */
  readonly parts: Partial<Pick<ConnectionTarget, 'host' | 'port' | 'database' | 'user'>>;
  readonly tls: Partial<ConnectionTarget['tls']>;
  readonly password: string | null;
  /** What was not taken over: a sentence each. */
  readonly notes: readonly string[];
}

type Settings = Readonly<Record<string, string>>;

const WHAT = 'service file';
const KNOWN = new Set([
  'host',
  'port',
  'dbname',
  'user',
  'password',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
]);

/**
 * Looks in PGSERVICEFILE, else in `~/.pg_service.conf`, then in PGSYSCONFDIR. Throws a Trouble `file` when the name is not there or
 * what it stands for cannot be used.
 */
export async function expandService(name: string, env: Environment): Promise<Service> {
  const seen: string[] = [];
  for (const { path, isNamed } of filesOf(env)) {
    const services = await servicesIn(path, isNamed);
    const settings = services?.get(name);
    if (settings !== undefined) return serviceOf(settings, path);
    if (services !== null) seen.push(path);
  }
  throw new Trouble({
    code: 'file',
    message: `There is no service ${name} in ${seen.length > 0 ? seen.join(' or ') : `any ${WHAT}`}.`,
    hint: 'Check the name, or set PGSERVICEFILE to the file that has it.',
  });
}

/** What the service says in place of what the target says. A host elsewhere is never reached in plain text by a mode that was meant for here. */
export function withService(target: ConnectionTarget, { parts, tls }: Service): ConnectionTarget {
  const merged = { ...target, ...parts, tls: { ...target.tls, ...tls } };
  if (tls.mode !== undefined || merged.tls.mode !== 'disable' || isLocal(merged)) return merged;
  return { ...merged, tls: { ...merged.tls, mode: 'verify-full' } };
}

function filesOf(env: Environment) {
  const own = env.PGSERVICEFILE
    ? { path: env.PGSERVICEFILE, isNamed: true }
    : { path: settingsFile(env, '.pg_service.conf', '.pg_service.conf'), isNamed: false };
  const shared = env.PGSYSCONFDIR;
  return shared ? [own, { path: join(shared, 'pg_service.conf'), isNamed: false }] : [own];
}

/** Null: there is no such file, and none was promised. */
async function servicesIn(path: string, isNamed: boolean): Promise<ReadonlyMap<string, Settings> | null> {
  let text: string;
  try {
    text = await readOwnFile(path, WHAT);
  } catch (error) {
    if (!isNamed && error instanceof Trouble && error.message.endsWith('is not there.')) return null;
    throw error;
  }
  const services = new Map<string, Settings>();
  for (const [name, values] of Object.entries<unknown>(parse(literal(text)))) {
    if (typeof values === 'object' && values !== null) services.set(name, textsOf(values));
  }
  return services;
}

/**
 * For PostgreSQL a value is what stands behind the `=`, and a dot in a name is a dot. To `ini` a `#` in a password begins a comment,
 * quotes are taken off and dots make a tree, unless it is told not to.
 */
function literal(text: string): string {
  return text
    .replaceAll(/^[ \t]*\[(.*)\]\s*?$/gm, (_, name: string) => `[${name.replaceAll('.', String.raw`\.`)}]`)
    .replaceAll(
      /^[ \t]*(\w+)[ \t]*=(.*)$/gm,
      (_, key: string, value: string) => `${key}=${JSON.stringify(value.trim())}`,
    );
}

/** A value that reads `true` or `null` comes as such, and was text. */
function textsOf(values: object): Settings {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

function serviceOf(settings: Settings, path: string): Service {
  const { host, port, dbname, user, password, sslmode, sslrootcert, sslcert, sslkey } = settings;
  if (host?.includes(','))
    throw fileTrouble(path, WHAT, `names several servers: ${host}`, 'Name one of them.');
  const notes = Object.keys(settings)
    .filter((key) => !KNOWN.has(key))
    .map((key) => `${key} of the ${WHAT} is not taken over.`);
  const mode = TLS_MODES.find((each) => each === sslmode);
  if (sslmode && mode === undefined) notes.push(`sslmode=${sslmode} of the ${WHAT} is not kept here.`);
  return {
    parts: {
      ...(host ? { host } : {}),
      ...(port ? { port: portOf(port, path) } : {}),
      ...(dbname ? { database: dbname } : {}),
      ...(user ? { user } : {}),
    },
    tls: tlsOf(mode, { sslrootcert, sslcert, sslkey }),
    password: password || null,
    notes,
  };
}

function tlsOf(
  mode: TlsMode | undefined,
  { sslrootcert, sslcert, sslkey }: Record<string, string | undefined>,
) {
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(sslrootcert && sslrootcert !== 'system' ? { caFile: sslrootcert } : {}),
    ...(sslcert ? { certFile: sslcert } : {}),
    ...(sslkey ? { keyFile: sslkey } : {}),
  };
}

function portOf(text: string, path: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw fileTrouble(path, WHAT, `has a port that is none: ${text}`, 'A port is a number from 1 to 65535.');
}
