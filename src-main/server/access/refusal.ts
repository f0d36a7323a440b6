/** What is refused, with the words for it, and who may connect to the engine. */
import type { IncomingMessage } from 'node:http';
import { readRpcQuery, RPC_PATH } from '../../../src-shared/browser/rpc-address.ts';
import { isClientId, isOwnHost, isOwnOrigin, isToken } from './access.ts';

export interface Refusal {
  readonly status: number;
  readonly words: string;
}

/** What a caller has to fit. */
export interface Door {
  readonly token: string;
  /** Ports under which the page is reached; only known once the server listens. */
  ports(): readonly number[];
}

export const REFUSED = {
  host: { status: 403, words: 'Refused: this server answers to 127.0.0.1 and localhost only.' },
  origin: { status: 403, words: 'Refused: only the page of this server may connect.' },
  token: {
    status: 401,
    words: 'Refused: wrong token. Open the address that was printed when the workbench was started last.',
  },
  client: { status: 400, words: 'Refused: the page has to say which one it is (client=<uuid>).' },
  method: { status: 405, words: 'Refused: only GET and HEAD.' },
  notFound: { status: 404, words: 'There is nothing here.' },
  notUpgraded: { status: 426, words: 'This is the door to the engine: connect with a WebSocket.' },
  broken: { status: 500, words: 'The file could not be read.' },
} as const satisfies Record<string, Refusal>;

/**
 * Why this request must not reach the engine; undefined when it may. A request without Origin passes only when it is no
 * upgrade: browsers leave it out for a page's own GET, and always send it with a WebSocket.
 */
export function rpcRefusal(door: Door, request: IncomingMessage): Refusal | undefined {
  const { host, origin, upgrade } = request.headers;
  if (!isOwnHost(host, door.ports())) return REFUSED.host;
  const { path, query } = partsOf(request);
  if (path !== RPC_PATH) return REFUSED.notFound;
  if ((origin !== undefined || upgrade !== undefined) && !isOwnOrigin(origin, host)) return REFUSED.origin;
  const { token, client } = readRpcQuery(query);
  if (!isToken(token, door.token)) return REFUSED.token;
  return isClientId(client) ? undefined : REFUSED.client;
}

/** Not by `new URL`: it throws on targets that no browser sends, and reads `//host` as something else than a path. */
export function partsOf(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '', ...rest] = (request.url ?? '').split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}
