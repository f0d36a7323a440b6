import { describe, expect, test } from 'vitest';
import { reenqueueDelaySeconds } from '../../../src-engine/run/rules/reenqueue-delay.ts';

const NOW = Date.UTC(2030, 0, 1);
const inSeconds = (...seconds: readonly number[]): number[] => seconds.map((count) => NOW + count * 1_000);

describe('when an unfinished task comes back', () => {
  test.each([
    ['waiting_for_dependencies', 45],
    ['has_ready_steps', 0],
    ['processing', 10],
    ['something_else', 30],
    [null, 30],
  ])('B-10: without failed steps %s waits %i seconds', (status, seconds) => {
    expect(reenqueueDelaySeconds(status, [], NOW)).toBe(seconds);
  });

  test('B-9: a waiting task comes back when its failed step may run, plus a buffer of 5 seconds', () => {
    expect(reenqueueDelaySeconds('waiting_for_dependencies', inSeconds(120), NOW)).toBe(125);
  });

  test('B-9: of several failed steps the longest wait counts', () => {
    expect(reenqueueDelaySeconds('waiting_for_dependencies', inSeconds(60, 180), NOW)).toBe(185);
  });

  test('a wait that is over leaves the buffer, fractions of a second are cut, and 300 is the most', () => {
    expect(reenqueueDelaySeconds('waiting_for_dependencies', inSeconds(-100), NOW)).toBe(5);
    expect(reenqueueDelaySeconds('waiting_for_dependencies', inSeconds(1.999), NOW)).toBe(6);
    expect(reenqueueDelaySeconds('waiting_for_dependencies', inSeconds(4_000), NOW)).toBe(300);
  });

  test('retry times matter only to a waiting task', () => {
    expect(reenqueueDelaySeconds('processing', inSeconds(120), NOW)).toBe(10);
  });
});
