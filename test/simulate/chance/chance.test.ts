import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src-engine/simulate/chance/faults.ts';
import { drawLatencyMs } from '../../../src-engine/simulate/chance/latency.ts';
import { chanceFrom } from '../../../src-engine/simulate/chance/random.ts';
import type { StepFaults } from '../../../src-engine/simulate/scenario.ts';

describe('seeded chance', () => {
  it('gives the same number for the same seed and key, whatever was drawn before', () => {
    const first = chanceFrom(7);
    const second = chanceFrom(7);
    first.unit('something else');
    expect(first.unit('a/1')).toBe(second.unit('a/1'));
    expect(first.unit('a/1')).not.toBe(first.unit('a/2'));
    expect(chanceFrom(8).unit('a/1')).not.toBe(first.unit('a/1'));
  });

  it('spreads its numbers evenly over keys that differ only at their end', () => {
    const chance = chanceFrom(1);
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index++) {
      const bucket = Math.floor(chance.unit(`step_${index}/1`) * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(count).toBeGreaterThan(850);
  });
});

describe('latency', () => {
  it('stays within the bounds of a uniform distribution and is a whole number of milliseconds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, key) => {
        const ms = drawLatencyMs({ uniform: ['100ms', 2] }, chanceFrom(seed), key);
        expect(Number.isInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(100);
        expect(ms).toBeLessThanOrEqual(2_000);
      }),
    );
  });

  it('has the given median when it is log-normal', () => {
    const chance = chanceFrom(3);
    const draws = Array.from({ length: 2_001 }, (_, index) =>
      drawLatencyMs({ log_normal: { median: '400ms', sigma: 0.5 } }, chance, String(index)),
    ).sort((a, b) => a - b);
    expect(draws[1_000]).toBeGreaterThan(370);
    expect(draws[1_000]).toBeLessThan(430);
  });

  it('takes a plain duration and a constant as they are', () => {
    expect(drawLatencyMs('1s', chanceFrom(1), 'x')).toBe(1_000);
    expect(drawLatencyMs({ constant: 0.25 }, chanceFrom(1), 'x')).toBe(250);
  });
});

describe('the fault of an attempt', () => {
  const chance = chanceFrom(1);

  it('is the listed one, then what `then` says, then success', () => {
    const faults: StepFaults = { attempts: [{ outcome: 'crash' }], then: { outcome: 'nothing' } };
    expect(faultOf(faults, 1, 's/1', chance)).toEqual({ outcome: 'crash' });
    expect(faultOf(faults, 2, 's/2', chance)).toEqual({ outcome: 'nothing' });
    expect(faultOf(undefined, 1, 's/1', chance)).toEqual({ outcome: 'success' });
  });

  it('is drawn by its probability where the list has nothing', () => {
    const faults = { probabilities: { retryable_error: 0.3, timeout: 0.2 } };
    const drawn = Array.from(
      { length: 5_000 },
      (_, index) => faultOf(faults, 1, `s${index}/1`, chance).outcome,
    );
    const share = (outcome: string): number => drawn.filter((each) => each === outcome).length / drawn.length;
    expect(share('retryable_error')).toBeCloseTo(0.3, 1);
    expect(share('timeout')).toBeCloseTo(0.2, 1);
    expect(share('success')).toBeCloseTo(0.5, 1);
  });
});
