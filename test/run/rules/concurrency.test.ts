import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_TIMEOUT, batchTimeoutSeconds } from '../../../src-engine/run/rules/batch-timeout.ts';
import {
  CONCURRENCY_DEFAULTS,
  concurrencyLimit,
  loadRecommendation,
  poolPressure,
  poolRecommendation,
} from '../../../src-engine/run/rules/concurrency.ts';

const IDLE = { activeTasks: 0, totalTasks: 100, activeSteps: 0, totalSteps: 100 };
const BUSY = { activeTasks: 100, totalTasks: 100, activeSteps: 100, totalSteps: 100 };

describe('the batch timeout', () => {
  test('K-1: is 30 seconds plus 5 for each step, 120 at most', () => {
    expect(BATCH_TIMEOUT).toEqual({ baseSeconds: 30, perStepSeconds: 5, maxSeconds: 120 });
    expect([1, 10, 17, 18, 100].map(batchTimeoutSeconds)).toEqual([35, 80, 115, 120, 120]);
  });
});

describe('the concurrency limit', () => {
  test('K-1: lies between 3 and 12 by default and is kept for 30 seconds', () => {
    expect(CONCURRENCY_DEFAULTS).toMatchObject({
      minConcurrentSteps: 3,
      maxConcurrentStepsLimit: 12,
      cacheDurationSeconds: 30,
    });
  });

  test.each([
    [0, 'low'],
    [50, 'low'],
    [51, 'moderate'],
    [70, 'moderate'],
    [71, 'high'],
    [85, 'high'],
    [86, 'critical'],
    [100, 'critical'],
  ])('K-2: %i %% of the pool in use is %s pressure', (busy, pressure) => {
    expect(poolPressure({ busy, size: 100 })).toBe(pressure);
  });

  test('K-2: the factors are 0.8, 0.6, 0.4 and 0.2, and what they give is cut under pressure', () => {
    expect(CONCURRENCY_DEFAULTS.pressureFactors).toEqual({
      low: 0.8,
      moderate: 0.6,
      high: 0.4,
      critical: 0.2,
    });
    expect(poolRecommendation({ size: 20, busy: 10, available: 10 })).toBe(8);
    expect(poolRecommendation({ size: 20, busy: 14, available: 6 })).toBe(3);
    expect(poolRecommendation({ size: 100, busy: 80, available: 20 })).toBe(5);
    expect(poolRecommendation({ size: 20, busy: 19, available: 1 })).toBe(0);
    expect(poolRecommendation({ size: 0, busy: 0, available: 0 })).toBe(0);
  });

  test('an idle engine gets the most, a busy one the least plus one, one in between 8', () => {
    expect(loadRecommendation(IDLE)).toBe(12);
    expect(loadRecommendation({ ...IDLE, activeTasks: 50, activeSteps: 50 })).toBe(8);
    expect(loadRecommendation(BUSY)).toBe(4);
  });

  test('an empty database counts as fully loaded, because one of one is active', () => {
    expect(loadRecommendation({ activeTasks: 0, totalTasks: 0, activeSteps: 0, totalSteps: 0 })).toBe(4);
  });

  test('a pool that does not tell its free connections allows the least: what shipped Tasker always does', () => {
    expect(concurrencyLimit({ size: 50, busy: 0, available: null }, IDLE)).toBe(3);
  });

  test('whatever pool and load are, the limit is whole and between its two borders', () => {
    const count = fc.nat({ max: 1_000 });
    const pool = fc.record({ size: count, busy: count, available: fc.option(count) });
    const load = fc.record({ activeTasks: count, totalTasks: count, activeSteps: count, totalSteps: count });
    fc.assert(
      fc.property(pool, load, (use, work) => {
        const limit = concurrencyLimit(use, work);
        expect(Number.isInteger(limit)).toBe(true);
        expect(limit).toBeGreaterThanOrEqual(3);
        expect(limit).toBeLessThanOrEqual(12);
      }),
    );
  });
});
