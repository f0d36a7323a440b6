/** Cards in rows, for steps that no edge puts in an order. */
import type { Point } from './layout-types.ts';
import { CARD, GAP } from './layout-types.ts';

export interface Grid {
  readonly places: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** A row that is still read at a glance; more cards make the grid about as wide as a window is. */
const SHORT_ROW = 4;
const WINDOW_RATIO = 1.6;
const ACROSS = CARD.width + GAP.beside;
const DOWN = CARD.height + GAP.beside;

export function gridOf(count: number): Grid {
  if (count === 0) return { places: [], width: 0, height: 0 };
  const columns = Math.max(
    Math.min(count, SHORT_ROW),
    Math.ceil(Math.sqrt((count * WINDOW_RATIO * DOWN) / ACROSS)),
  );
  return {
    places: Array.from({ length: count }, (_, index) => ({
      x: (index % columns) * ACROSS,
      y: Math.floor(index / columns) * DOWN,
    })),
    width: columns * ACROSS - GAP.beside,
    height: Math.ceil(count / columns) * DOWN - GAP.beside,
  };
}
