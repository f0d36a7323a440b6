/**
 * The way an edge is drawn, as the `d` of an SVG path: out of the parent, through the gaps between the rows, into the child,
 * with an open arrow head at the end. An edge that leads back goes around the side of the cards.
 */
import type { Direction, Point } from './layout-types.ts';
import { CARD } from './layout-types.ts';

export interface EdgePath {
  readonly line: string;
  /** Where a label is read best. */
  readonly label: Point;
}

/** A point seen along the direction of the graph, and across it. */
interface Spot {
  readonly along: number;
  readonly across: number;
}

const HEAD = { length: 7, width: 4.5 } as const;
const BULGE = 56;

/** @param from Upper left corners of the cards of parent and child. */
export function edgePath(from: Point, to: Point, bends: readonly Point[], direction: Direction): EdgePath {
  const axes = direction === 'down' ? DOWN : RIGHT;
  const [start, end] = [axes.spot(from), axes.spot(to)];
  if (end.along < start.along + axes.depth) return backwards(start, end, axes);
  return forwards(start, end, bends.map(axes.spot), axes);
}

interface Axes {
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

function forwards(start: Spot, end: Spot, bends: readonly Spot[], axes: Axes): EdgePath {
  const out = { along: start.along + axes.depth, across: start.across + axes.breadth / 2 };
  const into = { along: end.along, across: end.across + axes.breadth / 2 };
  const parts = [`M${write(out, axes)}`];
  let at = out;
  let label: Spot | undefined;
  const go = (next: Spot): void => {
    const middle = (at.along + next.along) / 2;
    label ??= { along: middle, across: (at.across + next.across) / 2 };
    const bow = [{ along: middle, across: at.across }, { along: middle, across: next.across }, next];
    parts.push(`C${bow.map((spot) => write(spot, axes)).join(' ')}`);
    at = next;
  };
  for (const bend of bends) {
    go({ along: bend.along - axes.depth / 2, across: bend.across });
    at = { along: bend.along + axes.depth / 2, across: bend.across };
    parts.push(`L${write(at, axes)}`);
  }
  go(into);
  return { line: parts.join('') + head(into, -1, 0, axes), label: axes.point(label ?? into) };
}

/** From the side of one card to the same side of the other; a step that waits for itself gets a small loop. */
function backwards(start: Spot, end: Spot, axes: Axes): EdgePath {
  const isSelf = start.along === end.along && start.across === end.across;
  const apart = isSelf ? axes.depth / 4 : 0;
  const out = { along: start.along + axes.depth / 2 - apart, across: start.across + axes.breadth };
  const into = { along: end.along + axes.depth / 2 + apart, across: end.across + axes.breadth };
  const far = Math.max(out.across, into.across) + BULGE;
  const bow = [{ along: out.along, across: far }, { along: into.along, across: far }, into];
  const label = {
    along: (out.along + into.along) / 2,
    across: (out.across + into.across + 6 * far) / 8,
  };
  const curve = `M${write(out, axes)}C${bow.map((spot) => write(spot, axes)).join(' ')}`;
  return { line: curve + head(into, 0, 1, axes), label: axes.point(label) };
}

/** @param along Where the edge comes from, as seen from the tip: -1 from before, 0 not; `across` likewise. */
function head(tip: Spot, along: number, across: number, axes: Axes): string {
  const wing = (side: number): Spot => ({
    along: tip.along + along * HEAD.length + across * side * HEAD.width,
    across: tip.across + across * HEAD.length + along * side * HEAD.width,
  });
  return `M${write(wing(1), axes)}L${write(tip, axes)}L${write(wing(-1), axes)}`;
}

function write(spot: Spot, axes: Axes): string {
  const { x, y } = axes.point(spot);
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
