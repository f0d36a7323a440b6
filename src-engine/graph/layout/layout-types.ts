/** What a layout is: places of cards of one size, and the ways of long edges past the cards between. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Steps by position, which is all a layout depends on: a renamed step does not move. */
export interface GraphShape {
  readonly count: number;
  readonly edges: readonly (readonly [from: number, to: number])[];
}

/** Where children lie, seen from their parent. */
export type Direction = 'down' | 'right';

export interface GraphLayout {
  readonly direction: Direction;
  /** Upper left corner of each step's card, by position. */
  readonly places: readonly Point[];
  /** For each edge the points at which it passes through rows between its ends; empty when the rows are neighbours. */
  readonly bends: readonly (readonly Point[])[];
  /** Upper left corner of the whole; absent: 0, 0. */
  readonly origin?: Point;
  readonly width: number;
  readonly height: number;
}

/** Every card has this size, whatever it says: a layout never waits for a measurement. */
export const CARD = { width: 220, height: 72 } as const;

/** Free space between cards side by side, and between rows of them. */
export const GAP = { beside: 28, between: 52 } as const;

/** Two graphs with one key have one layout. */
export function layoutKey({ count, edges }: GraphShape, direction: Direction): string {
  return `${direction} ${count} ${edges.map(([from, to]) => `${from}>${to}`).join(' ')}`;
}
