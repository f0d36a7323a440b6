/** A real server on a real port, with a page of a few files and an engine that is the other end of a port in the test. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { newToken } from '../../../src-main/server/access/access.ts';
import type { OutboxLimits } from '../../../src-main/server/line/outbox.ts';
import type { Serving } from '../../../src-main/server/serve.ts';
import { serve } from '../../../src-main/server/serve.ts';
import { rpcAddress } from '../../../src-shared/browser/rpc-address.ts';

export interface TestServer extends Serving {
  readonly token: string;
  readonly host: string;
  /** Engine's ends of the lines so far, the latest last. */
  readonly engines: readonly MessagePort[];
  /** The engine is down: no more lines. */
  setEngineDown(): void;
}

const FILES = {
  'page/index.html': '<!doctype html><title>page</title>',
  'page/assets/main-B4k2_x-9.js': 'export const a = 1;',
  'page/assets/plain.css': 'a{}',
  'page/.hidden': 'hidden',
  'package.json': '{"secret":true}',
};

/** Closed when the test is over. */
export async function testServer(limits?: OutboxLimits): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-server-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const engines: MessagePort[] = [];
  let isDown = false;
  const token = newToken();
  const serving = await serve({
    port: 0,
    token,
    pageFolder: join(folder, 'page'),
    connectEngine: () => {
      if (isDown) return undefined;
      const { port1, port2 } = new MessageChannel();
      engines.push(port2);
      return port1;
    },
    ...(limits === undefined ? {} : { limits }),
  });
  onTestFinished(async () => {
    await serving.close();
    for (const engine of engines) engine.close();
    rmSync(folder, { recursive: true });
  });
  const setEngineDown = (): void => {
    isDown = true;
  };
  return { ...serving, token, host: `127.0.0.1:${serving.port}`, engines, setEngineDown };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request exactly as given: unlike `fetch` it neither tidies the path nor sets headers of its own. */
export function ask(
  server: TestServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers, agent: false };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

export interface PageOptions {
  readonly token?: string;
  readonly client?: string;
  readonly takeover?: boolean;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that connects; what became of it is asked with `opened` or `closed`. */
export function connect(server: TestServer, options: PageOptions = {}): WebSocket {
  const { token = server.token, client = randomUUID(), takeover = false } = options;
  const path = options.path ?? rpcAddress({ token, client, takeover });
  const headers = { origin: `http://${server.host}`, ...options.headers };
  const socket = new WebSocket(`ws://${server.host}${path}`, { headers });
  socket.on('error', () => undefined);
  return socket;
}

export function opened(socket: WebSocket): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Code and reason with which it ends. */
export function closed(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
}

/** Status and words with which an upgrade is refused. */
export function refused(socket: WebSocket): Promise<{ status: number; words: string }> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => reject(new Error('it was let in')));
    socket.once('unexpected-response', (_, response) => {
      let words = '';
      response.on('data', (chunk: Buffer) => (words += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, words: words.trim() }));
    });
  });
}
