/** Where the steps of a view stand in the editor. Pure. */
import type { StepNode } from '../../../src-engine/api/contract/template-schemas.ts';
import type { Place, PlaceRange, TextPlaces } from './text-places.ts';
import { isWithin } from './text-places.ts';

export interface StepPlace {
  readonly id: string;
  readonly name: string;
  /** What to show of the step when there is room for one line. */
  readonly nameRange: PlaceRange;
  readonly stepRange: PlaceRange;
}

export function stepPlaces(steps: readonly StepNode[], places: TextPlaces): readonly StepPlace[] {
  return steps.map(({ id, name, nameRange, stepRange }) => {
    const whole = places.rangeOf(stepRange);
    const named = places.rangeOf(nameRange);
    return { id, name, stepRange: whole, nameRange: isPart(named, whole) ? named : firstPlace(whole) };
  });
}

/** The step a place belongs to; undefined between steps and outside of them. */
export function stepAt(steps: readonly StepPlace[], place: Place): StepPlace | undefined {
  return steps.find(({ stepRange }) => isWithin(place, stepRange));
}

/** With an environment merged in, the name may come from the override: then it stands somewhere else. */
function isPart(inner: PlaceRange, outer: PlaceRange): boolean {
  const start = { lineNumber: inner.startLineNumber, column: inner.startColumn };
  const end = { lineNumber: inner.endLineNumber, column: inner.endColumn };
  return isWithin(start, outer) && isWithin(end, outer);
}

function firstPlace({ startLineNumber, startColumn }: PlaceRange): PlaceRange {
  return { startLineNumber, startColumn, endLineNumber: startLineNumber, endColumn: startColumn };
}
