/**
 * Where cards were moved by hand, by the names of their steps: never a part of the template. Kept for each direction of the
 * graph, since a place that is right in one is wrong in the other.
 */
import { create } from 'zustand';
import type { Direction, Point } from '../../src-engine/graph/layout/layout-types.ts';

export type Moved = ReadonlyMap<string, Point>;

export interface PositionsState {
  readonly down: Moved;
  readonly right: Moved;
}

const NONE: Moved = new Map();

export const usePositions = create<PositionsState>(() => ({ down: NONE, right: NONE }));

/** Puts the card of each named step at its upper left corner; null gives it back to the layout. */
export function moveCards(direction: Direction, places: ReadonlyMap<string, Point | null>): void {
  usePositions.setState((state) => {
    const moved = new Map(state[direction]);
    for (const [name, place] of places) {
      if (place === null) moved.delete(name);
      else moved.set(name, place);
    }
    return { [direction]: moved };
  });
}

/** A step that is called otherwise now stays where it is. The old name keeps its place too: the renaming may be undone. */
export function keepPlace(before: string, after: string): void {
  for (const direction of ['down', 'right'] as const) {
    const place = usePositions.getState()[direction].get(before);
    if (place !== undefined) moveCards(direction, new Map([[after, place]]));
  }
}

/** Of another document. */
export function showPositions(positions: Partial<PositionsState>): void {
  usePositions.setState({ down: NONE, right: NONE, ...positions });
}
