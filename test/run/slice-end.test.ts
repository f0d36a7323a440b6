import { describe, expect, it } from 'vitest';
import { sliceEnd } from '../../src-engine/run/executor.ts';

describe('the end of a slice', () => {
  it('is the end of its slowest step when none is overdue', () => {
    expect(sliceEnd(1_000, [3_000, 2_000, 1_500])).toBe(3_000);
  });

  it('leaves an overdue step to itself one second after the batch timeout (30 s + 5 s a step)', () => {
    expect(sliceEnd(0, [500_000])).toBe(36_000);
  });

  it('awaits results one by one, each for up to the whole batch timeout', () => {
    expect(sliceEnd(0, [70_000, 90_000])).toBe(80_000 + 1_000);
    expect(sliceEnd(0, [500_000, 500_000])).toBe(80_000 + 1_000);
  });

  it('does not wait the extra second when the overdue step ends within it', () => {
    expect(sliceEnd(0, [35_400])).toBe(35_400);
  });
});
