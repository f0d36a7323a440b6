/** Connections whose other end is gone are dropped; one that answers stays. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { keepChecking } from '../../src-main/server/line/heartbeat.ts';

class Socket extends EventEmitter {
  readonly ping = vi.fn<() => void>();
  readonly terminate = vi.fn<() => void>();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function checked(): Socket {
  const socket = new Socket();
  keepChecking(socket as unknown as WebSocket, 1_000);
  return socket;
}

test('a socket that does not answer is dropped with the second beat', () => {
  const socket = checked();
  vi.advanceTimersByTime(1_000);
  expect([socket.ping.mock.calls.length, socket.terminate.mock.calls.length]).toEqual([1, 0]);
  vi.advanceTimersByTime(1_000);
  expect(socket.terminate).toHaveBeenCalledOnce();
});

test('a socket that answers is left alone, a closed one is no longer asked', () => {
  const socket = checked();
  socket.ping.mockImplementation(() => void socket.emit('pong'));
  vi.advanceTimersByTime(10_000);
  expect([socket.ping.mock.calls.length, socket.terminate.mock.calls.length]).toEqual([10, 0]);
  socket.emit('close');
  vi.advanceTimersByTime(10_000);
  expect(socket.ping).toHaveBeenCalledTimes(10);
});
