/** Ctrl-C ends the process in order, the second one at once, and neither is counted twice. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endOnSignals } from '../../src-main/server/shutdown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function program(end: () => Promise<void>) {
  const exits: number[] = [];
  const self = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const work = vi.fn<() => Promise<void>>(end);
  endOnSignals(work, self);
  return { exits, work, signal: (name: string) => void self.emit(name) };
}

const never = () => new Promise<void>(() => undefined);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])('%s ends it in order, with code 0', async (name) => {
  const { exits, work, signal } = program(async () => undefined);
  signal(name);
  await vi.advanceTimersByTimeAsync(0);
  expect([work.mock.calls.length, exits]).toEqual([1, [0]]);
});

test('what cannot be ended in order is left within a second', async () => {
  const { exits, signal } = program(never);
  signal('SIGINT');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(exits).toEqual([0]);
});

test('the same Ctrl-C, passed on by npm as well, is one; a second one does not wait', async () => {
  const { exits, work, signal } = program(never);
  signal('SIGINT');
  await vi.advanceTimersByTimeAsync(20);
  signal('SIGINT');
  expect([work.mock.calls.length, exits]).toEqual([1, []]);
  await vi.advanceTimersByTimeAsync(400);
  signal('SIGINT');
  expect([work.mock.calls.length, exits]).toEqual([1, [130]]);
});
