/** From a URL and the options about it to a connection, with what there is to say about it. */
import { resolve } from 'node:path';
import { parseConnectionUrl } from '../../../src-engine/connection/connection-url.ts';
import type { ConnectionTarget } from '../../../src-engine/connection/target.ts';
import { connectionTarget } from '../../../src-engine/connection/target-schema.ts';
import type { Io } from '../io.ts';
import type { ConnectionOptions } from './inspect-options.ts';
import type { Connection } from './production.ts';

export interface ConnectionRequest {
  readonly connection: Connection;
  /** A sentence each. */
  readonly notes: readonly string[];
}

type ReadConnection =
  | { readonly kind: 'request'; readonly request: ConnectionRequest }
  | { readonly kind: 'usage'; readonly message: string };

const SEEN_BY_OTHERS =
  'The password is on the command line, where other users of this machine may see it: use PGPASSWORD or ~/.pgpass.';

/** @param isOnCommandLine Else it comes from the environment, which others do not see. */
export function connectionRequest(
  url: string,
  options: ConnectionOptions,
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
  isOnCommandLine: boolean,
): ReadConnection {
  const parsed = parseConnectionUrl(url, loggedIn(env));
  if (parsed.kind === 'bad') return { kind: 'usage', message: `${parsed.message} ${parsed.hint}` };
  const checked = connectionTarget.safeParse(withOptions(parsed.target, options, cwd));
  if (!checked.success) {
    const parts = checked.error.issues.map(({ path }) => path.join('.'));
    return { kind: 'usage', message: `of the connection is empty or too long: ${parts.join(', ')}.` };
  }
  const { password } = parsed;
  return {
    kind: 'request',
    request: {
      connection: { target: checked.data, ...(password === null ? {} : { password }) },
      notes: [
        ...parsed.notes.filter((note) => options.sslmode === undefined || !note.startsWith('sslmode=')),
        ...(password !== null && isOnCommandLine ? [SEEN_BY_OTHERS] : []),
      ],
    },
  };
}

function withOptions(
  target: ConnectionTarget,
  { sslmode, sslRootCert, schema, statementTimeout }: ConnectionOptions,
  cwd: string,
): ConnectionTarget {
  const { mode, caFile, certFile, keyFile } = target.tls;
  const trusted = sslRootCert ?? caFile;
  return {
    ...target,
    tls: {
      mode: sslmode ?? mode,
      ...(trusted === undefined ? {} : { caFile: resolve(cwd, trusted) }),
      ...(certFile === undefined ? {} : { certFile: resolve(cwd, certFile) }),
      ...(keyFile === undefined ? {} : { keyFile: resolve(cwd, keyFile) }),
    },
    ...(schema === undefined ? {} : { schema }),
    ...(statementTimeout === undefined ? {} : { statementTimeoutMs: statementTimeout }),
  };
}

/** Whom libpq would take: PGUSER, else who is logged in. */
function loggedIn(env: Io['env']): string | undefined {
  return [env['PGUSER'], env['USER'], env['LOGNAME'], env['USERNAME']].find((name) => (name ?? '') !== '');
}
