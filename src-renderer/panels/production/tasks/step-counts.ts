/** The steps of a task by state: as parts of a bar, and in words. Pure. */
import type { TaskRow } from '../../../store/production/types.ts';

export interface BarPart {
  readonly state: string;
  /** Percent of the bar. */
  readonly share: number;
}

/** Done first, then what goes on, then the rest: bars below each other can be compared. */
const ORDER = ['complete', 'resolved_manually', 'in_progress', 'error', 'cancelled', 'pending'];

export function barParts(steps: TaskRow['steps']): readonly BarPart[] {
  const all = total(steps);
  return steps
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => placeOf(a.state) - placeOf(b.state))
    .map(({ state, count }) => ({ state, share: (count / all) * 100 }));
}

function placeOf(state: string): number {
  const place = ORDER.indexOf(state);
  return place === -1 ? ORDER.length - 1.5 : place;
}

/** e.g. `3 of 7 complete, 1 in error`; what only waits is not said. */
export function stepWords(steps: TaskRow['steps']): string {
  const all = total(steps);
  if (all === 0) return 'no steps';
  const of = (state: string): number => steps.find((each) => each.state === state)?.count ?? 0;
  return [
    `${of('complete') + of('resolved_manually')} of ${all} complete`,
    ...(of('error') > 0 ? [`${of('error')} in error`] : []),
    ...(of('in_progress') > 0 ? [`${of('in_progress')} in progress`] : []),
    ...(of('cancelled') > 0 ? [`${of('cancelled')} cancelled`] : []),
  ].join(', ');
}

function total(steps: TaskRow['steps']): number {
  return steps.reduce((sum, { count }) => sum + count, 0);
}
