/** Drops connections whose other end is gone without having said so. */
import type { WebSocket } from 'ws';

/** A dead connection is dropped after one to two of these. A busy page answers all the same: its browser does. */
const EVERY_MS = 15_000;

/** Pings a socket until it is closed. */
export function keepChecking(socket: WebSocket, everyMs: number = EVERY_MS): void {
  let hasAnswered = true;
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    return socket.ping();
  }, everyMs);
  timer.unref();
  socket.on('pong', () => {
    hasAnswered = true;
  });
  socket.once('close', () => clearInterval(timer));
}
