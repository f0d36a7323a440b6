/** The server of browser mode: the built page and one line to the engine, on 127.0.0.1 and nowhere else. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { MessagePort } from 'node:worker_threads';
import type { Close } from '../../src-shared/browser/close-codes.ts';
import { CLOSE } from '../../src-shared/browser/close-codes.ts';
import { tokenFragment } from '../../src-shared/browser/rpc-address.ts';
import { acceptConnections } from './line/connections.ts';
import { httpHandler } from './page/http-handler.ts';
import type { OutboxLimits } from './line/outbox.ts';

/** What a page needs to take leave; whoever has not by then is thrown out. */
const FAREWELL_MS = 300;

export interface ServeOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly token: string;
  /** Absolute path of the built page. */
  readonly pageFolder: string;
  /** A port under which the page is reached as well: that of a development server. Default: none. */
  readonly pagePort?: number | undefined;
  connectEngine(): MessagePort | undefined;
  readonly limits?: OutboxLimits;
}

export interface Serving {
  readonly port: number;
  /** With the token in its fragment: not to be logged, but shown to the user. */
  readonly address: string;
  readonly disconnect: (why: Close) => void;
  /** Resolves when every connection is closed, which takes a moment at most. */
  readonly close: () => Promise<void>;
}

/** Rejects with the system's error when the port cannot be had. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const extra = options.pagePort === undefined ? [] : [options.pagePort];
  let port = options.port;
  const door = { token: options.token, ports: () => [port, ...extra] };
  const server = createServer(httpHandler(door, options.pageFolder));
  const connections = acceptConnections(server, { ...options, door });
  port = await listen(server, options.port);
  return {
    port,
    address: `http://127.0.0.1:${options.pagePort ?? port}/#${tokenFragment(options.token)}`,
    disconnect: (why) => connections.closeAll(why),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.closeAll(CLOSE.serverEnded);
        server.closeIdleConnections();
        setTimeout(() => {
          connections.terminateAll();
          server.closeAllConnections();
        }, FAREWELL_MS).unref();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
