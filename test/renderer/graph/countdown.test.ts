import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countdown } from '../../../src-renderer/graph/countdown.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([
  [0, '0.0 s'],
  [-5, '0.0 s'],
  [1, '0.1 s'],
  [4_200, '4.2 s'],
  [59_900, '59.9 s'],
  [59_901, '1 m 00 s'],
  [63 * SECOND, '1 m 03 s'],
  [59 * MINUTE + 59 * SECOND, '59 m 59 s'],
  [HOUR - 1, '1 h 00 m'],
  [2 * HOUR + 10 * MINUTE, '2 h 10 m'],
  [24 * HOUR, '1 d 00 h'],
  [76 * HOUR, '3 d 04 h'],
])('%i ms is written %s', (ms, words) => {
  expect(countdown(ms)).toBe(words);
});

test('a wait that is not over never reads as nothing, and never takes more room than a card has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 * 24 * HOUR }), (ms) => {
      expect(countdown(ms)).toMatch(/[1-9]/);
      expect(countdown(ms).length).toBeLessThanOrEqual(10);
    }),
  );
});
