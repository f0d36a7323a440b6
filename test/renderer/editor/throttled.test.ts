import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttled } from '../../../src-renderer/editor/features/throttled.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('calls at once, and once more after the pause if it was asked again', () => {
  const call = vi.fn();
  const ask = throttled(call, 100);
  for (let times = 0; times < 5; times++) ask();
  expect(call).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(call).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(call).toHaveBeenCalledTimes(2);
});

test('is asked all the time: calls once in every pause', () => {
  const call = vi.fn();
  const ask = throttled(call, 100);
  for (let time = 0; time < 1_000; time += 10) {
    ask();
    vi.advanceTimersByTime(10);
  }
  expect(call.mock.calls.length).toBe(11);
});

test('what is cancelled is not called any more', () => {
  const call = vi.fn();
  const ask = throttled(call, 100);
  ask();
  ask();
  ask.cancel();
  vi.advanceTimersByTime(1_000);
  expect(call).toHaveBeenCalledTimes(1);
});
