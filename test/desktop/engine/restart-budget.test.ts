import { expect, test } from 'vitest';
import { planRestart } from '../../../src-main/desktop/engine/restart-budget.ts';

function plans(times: readonly number[]): readonly (number | undefined)[] {
  let ends: readonly number[] = [];
  return times.map((time) => {
    const plan = planRestart(ends, time);
    ends = plan.ends;
    return plan.delayMs;
  });
}

test('three ends within a minute are forgiven, with growing pauses', () => {
  expect(plans([0, 1_000, 2_000, 3_000])).toEqual([250, 500, 1_000, undefined]);
});

test('ends that are long ago do not count', () => {
  expect(plans([0, 1_000, 2_000, 70_000])).toEqual([250, 500, 1_000, 250]);
});
