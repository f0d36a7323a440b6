/**
 * Serves an engine on one end of a line: a MessagePort of worker_threads or of the DOM, or Electron's MessagePortMain.
 *
 * All links of oRPC speak one encoding: text with JSON, and bytes (JSON, a 255, then data) only where a Blob is sent, which
 * this contract never does. Therefore a client's WebSocket may be relayed to such a port message by message, text as text
 * and bytes as bytes; nothing has to be translated.
 *
 * Of oRPC's handlers this one is taken that is given single messages and gives back a promise of each (it is named after
 * another runtime, but knows nothing of it). Those that listen to a port by themselves lose that promise, and then a message
 * that nobody can read ends the whole process.
 */
import { RPCHandler } from '@orpc/server/bun-ws';
import type { ServerWebSocket } from '@orpc/server/bun-ws';
import type { Engine } from '../engine.ts';

/** What is used of a port; `data` tells MessagePortMain, which wraps its messages in events, from worker_threads. */
export interface Port {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: string | Uint8Array): void;
  start(): void;
  close(): void;
}

/** Told of messages that nobody can read: the other side is broken or hostile, the engine is not. */
export type OnBadMessage = (error: unknown) => void;

/** Serves until the port is closed; then streams of its callers end, and runs go on. */
export function servePort(engine: Engine, port: Port, onBadMessage: OnBadMessage = () => {}): void {
  const handler = new RPCHandler(engine.router);
  const peer: ServerWebSocket = {
    send(message) {
      const isPlain = typeof message === 'string' || message instanceof Uint8Array;
      port.postMessage(isPlain ? message : new Uint8Array(message));
      return 0;
    },
  };
  port.on('message', (message) => {
    const data = contentOf(message);
    if (data === undefined) return onBadMessage(new TypeError('neither text nor bytes'));
    return void handler.message(peer, data, { context: {} }).catch(onBadMessage);
  });
  port.on('close', () => handler.close(peer));
  port.start();
}

function contentOf(message: unknown): string | Uint8Array | undefined {
  const data = typeof message === 'object' && message !== null && 'data' in message ? message.data : message;
  if (typeof data === 'string' || data instanceof Uint8Array) return data;
  return data instanceof ArrayBuffer ? new Uint8Array(data) : undefined;
}
