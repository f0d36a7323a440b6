import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKOFF_DEFAULTS, backoffSeconds } from '../../../src-engine/run/rules/retry-delay.ts';

const WITHOUT_JITTER = { ...BACKOFF_DEFAULTS, jitterEnabled: false };
const lowest = (from: number): number => from;
const highest = (_from: number, to: number): number => to;
const never = (): number => {
  throw new Error('nothing is to be drawn');
};

describe('the backoff table', () => {
  test('B-1: defaults are 1 to 32 seconds, then the square of the attempt, 300 at most, 10 % jitter', () => {
    expect(BACKOFF_DEFAULTS).toEqual({
      defaultBackoffSeconds: [1, 2, 4, 8, 16, 32],
      maxBackoffSeconds: 300,
      backoffMultiplier: 2,
      jitterEnabled: true,
      jitterMaxPercentage: 0.1,
    });
  });

  test.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 16],
    [6, 32],
    [7, 49],
    [8, 64],
    [100, 300],
  ])('B-2: without jitter attempt %i waits %i seconds', (attempt, seconds) => {
    expect(backoffSeconds(attempt, WITHOUT_JITTER, never)).toBe(seconds);
  });

  test.each([
    [1, 5],
    [2, 10],
    [3, 5],
    [100, 60],
  ])(
    'B-3: a short table is followed by the power, cut to whole seconds: attempt %i waits %i',
    (n, seconds) => {
      const config = {
        ...WITHOUT_JITTER,
        defaultBackoffSeconds: [5, 10],
        backoffMultiplier: 1.5,
        maxBackoffSeconds: 60,
      };
      expect(backoffSeconds(n, config, never)).toBe(seconds);
    },
  );

  test.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 4, 4],
    [4, 7, 9],
    [5, 14, 18],
    [6, 29, 35],
    [100, 270, 330],
  ])('B-4: with jitter attempt %i waits from %i to %i seconds', (attempt, least, most) => {
    expect(backoffSeconds(attempt, BACKOFF_DEFAULTS, lowest)).toBe(least);
    expect(backoffSeconds(attempt, BACKOFF_DEFAULTS, highest)).toBe(most);
  });

  test('an attempt whose jitter rounds to nothing draws no number, so the next draw is the same', () => {
    expect(backoffSeconds(3, BACKOFF_DEFAULTS, never)).toBe(4);
  });

  test('a large jitter never brings the wait below one second', () => {
    expect(backoffSeconds(4, { ...BACKOFF_DEFAULTS, jitterMaxPercentage: 1 }, lowest)).toBe(1);
  });

  test('whatever is drawn, the wait is whole and within the jitter around the wait without it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, unit) => {
          const plain = backoffSeconds(attempt, WITHOUT_JITTER, never);
          const wait = backoffSeconds(attempt, BACKOFF_DEFAULTS, (from, to) =>
            Math.round(from + unit * (to - from)),
          );
          const spread = Math.round(plain * BACKOFF_DEFAULTS.jitterMaxPercentage);
          expect(Number.isInteger(wait)).toBe(true);
          expect(wait).toBeGreaterThanOrEqual(Math.max(1, plain - spread));
          expect(wait).toBeLessThanOrEqual(plain + spread);
        },
      ),
    );
  });
});
