/** Answers plain requests: the files of the page, and why a connection to the engine would be refused. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPC_PATH } from '../../../src-shared/browser/rpc-address.ts';
import { isOwnHost } from '../access/access.ts';
import { securityHeaders } from './headers.ts';
import { readPageFile } from './page-files.ts';
import type { Door, Refusal } from '../access/refusal.ts';
import { partsOf, REFUSED, rpcRefusal } from '../access/refusal.ts';

/** Browsers ask for it unbidden, and would complain. */
const FAVICON = '/favicon.ico';

/** Prints nothing of any request: its address may hold the token. */
export function httpHandler(door: Door, pageFolder: string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void answer(door, pageFolder, request, response).catch(() => refuse(response, REFUSED.broken));
  };
}

async function answer(
  door: Door,
  pageFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host } = request.headers;
  if (!isOwnHost(host, door.ports())) return refuse(response, REFUSED.host);
  for (const [name, value] of Object.entries(securityHeaders(host))) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, REFUSED.method);
  const { path } = partsOf(request);
  if (path === RPC_PATH) return refuse(response, rpcRefusal(door, request) ?? REFUSED.notUpgraded);
  const file = await readPageFile(pageFolder, path);
  if (file === undefined) return path === FAVICON ? nothing(response) : refuse(response, REFUSED.notFound);
  response.setHeader('content-type', file.type);
  response.setHeader('content-length', file.body.byteLength);
  response.setHeader('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-store');
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

function nothing(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}

function refuse(response: ServerResponse, { status, words }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  if (status === REFUSED.method.status) response.setHeader('allow', 'GET, HEAD');
  response.end(`${words}\n`);
}
