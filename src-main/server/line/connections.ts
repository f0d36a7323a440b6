/** Connections of pages to the engine: who gets in, who has the seat, and how all of them end. */
import type { IncomingMessage, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Close } from '../../../src-shared/browser/close-codes.ts';
import { CLOSE } from '../../../src-shared/browser/close-codes.ts';
import { readRpcQuery } from '../../../src-shared/browser/rpc-address.ts';
import { keepChecking } from './heartbeat.ts';
import type { OutboxLimits } from './outbox.ts';
import type { Door, Refusal } from '../access/refusal.ts';
import { partsOf, rpcRefusal } from '../access/refusal.ts';
import { relay } from './relay.ts';
import type { Guest } from './seat.ts';
import { Seat } from './seat.ts';

/** A message from a page that is longer ends its connection with code 1009. */
export const LONGEST_MESSAGE = 16 * 1024 * 1024;

export interface ConnectionOptions {
  readonly door: Door;
  /** A new line to the engine; undefined while there is none. */
  connectEngine(): MessagePort | undefined;
  readonly limits?: OutboxLimits;
}

export interface Connections {
  /** Ends the connection of the page that has the seat. */
  closeAll(why: Close): void;
  /** Ends whatever is still open, at once. */
  terminateAll(): void;
}

/** Takes over the upgrades of `server`. */
export function acceptConnections(server: Server, options: ConnectionOptions): Connections {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    perMessageDeflate: false,
  });
  const seat = new Seat();
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refusal = rpcRefusal(options.door, request);
    if (refusal !== undefined) return refuseUpgrade(stream, refusal);
    return sockets.handleUpgrade(request, stream, head, (socket) => welcome(seat, socket, request, options));
  });
  return {
    closeAll: (why) => seat.clear(why),
    terminateAll: () => sockets.clients.forEach((socket) => socket.terminate()),
  };
}

function welcome(seat: Seat, socket: WebSocket, request: IncomingMessage, options: ConnectionOptions): void {
  // Without a listener an error (a message too long, a broken frame) would end the process; `close` follows it.
  socket.on('error', () => undefined);
  const { client, takeover } = readRpcQuery(partsOf(request).query);
  const guest: Guest = { client, close: ({ code, reason }) => socket.close(code, reason) };
  if (!seat.take(guest, takeover)) return;
  socket.once('close', () => seat.leave(guest));
  const port = options.connectEngine();
  if (port === undefined) {
    seat.leave(guest);
    guest.close(CLOSE.engineEnded);
    return;
  }
  keepChecking(socket);
  relay(socket, port, options.limits);
}

function refuseUpgrade(stream: Duplex, { status, words }: Refusal): void {
  const body = `${words}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'connection: close',
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => stream.destroy());
}
