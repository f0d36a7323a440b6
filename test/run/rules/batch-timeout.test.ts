import { describe, expect, test } from 'vitest';
import { batchTimeoutSeconds } from '../../../src-engine/run/rules/batch-timeout.ts';

describe('K-1: how long the results of a slice are awaited', () => {
  test.each([
    [1, 35],
    [10, 80],
    [17, 115],
    [18, 120],
    [1_000, 120],
  ])('%i steps: %i seconds', (steps, seconds) => {
    expect(batchTimeoutSeconds(steps)).toBe(seconds);
  });
});
