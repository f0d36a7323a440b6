/** A graph seen along its direction and across it, so that what is drawn downwards can be drawn to the right as well. */
import type { Direction, Point } from './layout-types.ts';
import { CARD } from './layout-types.ts';

export interface Spot {
  readonly along: number;
  readonly across: number;
}

export interface Axes {
  readonly spot: (point: Point) => Spot;
  readonly point: (spot: Spot) => Point;
  /** Size of a card along and across the direction. */
  readonly depth: number;
  readonly breadth: number;
}

const DOWN: Axes = {
  spot: ({ x, y }) => ({ along: y, across: x }),
  point: ({ along, across }) => ({ x: across, y: along }),
  depth: CARD.height,
  breadth: CARD.width,
};

const RIGHT: Axes = {
  spot: ({ x, y }) => ({ along: x, across: y }),
  point: ({ along, across }) => ({ x: along, y: across }),
  depth: CARD.width,
  breadth: CARD.height,
};

export function axesOf(direction: Direction): Axes {
  return direction === 'down' ? DOWN : RIGHT;
}
