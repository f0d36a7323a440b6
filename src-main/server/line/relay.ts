/**
 * Passes raw messages between a page's WebSocket and the engine's port, text as text and bytes as bytes, and knows
 * nothing of what they say. Ends both when either does.
 */
import type { MessagePort } from 'node:worker_threads';
import type { RawData, WebSocket } from 'ws';
import type { Close } from '../../../src-shared/browser/close-codes.ts';
import { CLOSE } from '../../../src-shared/browser/close-codes.ts';
import type { OutboxLimits } from './outbox.ts';
import { Outbox, OUTBOX_LIMITS } from './outbox.ts';

export function relay(socket: WebSocket, port: MessagePort, limits: OutboxLimits = OUTBOX_LIMITS): void {
  const outbox = new Outbox(socket, limits);
  const end = (why: Close): void => {
    outbox.clear();
    port.close();
    socket.close(why.code, why.reason);
  };
  socket.on('message', (data, isBinary) => {
    if (!isBinary) return port.postMessage(toBuffer(data).toString('utf8'));
    // A copy of its own: the buffer may be a part of a larger one, and its memory moves over to the engine.
    const bytes = Uint8Array.from(toBuffer(data));
    return port.postMessage(bytes, [bytes.buffer]);
  });
  port.on('message', (message: string | Uint8Array) => {
    if (socket.readyState === socket.OPEN && !outbox.push(message)) end(CLOSE.tooSlow);
  });
  socket.on('close', () => {
    outbox.clear();
    port.close();
  });
  port.on('close', () => end(CLOSE.engineEnded));
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
