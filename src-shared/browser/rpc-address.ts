/**
 * How a page in a browser reaches the engine. The token comes in the fragment of the printed address, which a browser
 * sends to nobody; the page passes it on in the query of the WebSocket, which is never logged.
 */

/** A plain GET of this path says in words and by status what an upgrade would be refused for: 401, 403, 400; 426 is fine. */
export const RPC_PATH = '/rpc';

export interface RpcQuery {
  readonly token: string;
  /** A UUID of this page; it keeps it over a reload, so that it finds its seat again. */
  readonly client: string;
  /** Throws another page out. Default: false. */
  readonly takeover?: boolean;
}

/** Path and query of the connection; to be resolved against the page's own origin. */
export function rpcAddress({ token, client, takeover = false }: RpcQuery): string {
  const query = new URLSearchParams({ token, client });
  if (takeover) query.set('takeover', '1');
  return `${RPC_PATH}?${query.toString()}`;
}

/** The reverse of `rpcAddress`; a missing part is empty, which fits no token and is no UUID. */
export function readRpcQuery(query: URLSearchParams): Required<RpcQuery> {
  return {
    token: query.get('token') ?? '',
    client: query.get('client') ?? '',
    takeover: query.get('takeover') === '1',
  };
}

/** What stands after the `#` of the printed address. */
export function tokenFragment(token: string): string {
  return `token=${token}`;
}

/** The token in `location.hash`; undefined when there is none. */
export function tokenIn(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? undefined;
}
