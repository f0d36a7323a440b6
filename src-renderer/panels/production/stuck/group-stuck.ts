/** What is stuck, by the way it is stuck; the largest group first, in each the oldest first. Pure. */
import type { StuckStep } from '../../../store/production/types.ts';

export interface StuckGroup {
  readonly kind: StuckStep['kind'];
  readonly steps: readonly StuckStep[];
}

export function groupStuck(steps: readonly StuckStep[]): readonly StuckGroup[] {
  return [...new Set(steps.map(({ kind }) => kind))]
    .map((kind) => ({ kind, steps: steps.filter((step) => step.kind === kind).toSorted(oldestFirst) }))
    .toSorted((a, b) => b.steps.length - a.steps.length);
}

function oldestFirst(a: StuckStep, b: StuckStep): number {
  return Date.parse(a.since) - Date.parse(b.since);
}
