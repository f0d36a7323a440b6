/**
 * The way an edge is drawn, as the `d` of an SVG path: out of the parent, through the gaps between the rows, into the child,
 * with an open arrow head at the end. An edge that leads back runs beside those that lead on.
 */
import type { Axes, Spot } from './axes.ts';
import { axesOf } from './axes.ts';
import type { Direction, Point } from './layout-types.ts';

export interface EdgePath {
  readonly line: string;
  /** Where a label is read best. */
  readonly label: Point;
}

const HEAD = { length: 7, width: 4.5 } as const;
/** How far an edge that leads back goes off the side of a card. */
const BULGE = 56;

/** @param from Upper left corners of the cards of parent and child. */
export function edgePath(from: Point, to: Point, bends: readonly Point[], direction: Direction): EdgePath {
  const axes = axesOf(direction);
  const [start, end, spots] = [axes.spot(from), axes.spot(to), bends.map(axes.spot)];
  if (end.along >= start.along + axes.depth) return forwards(start, end, spots, axes);
  return spots.length === 0 ? aroundSide(start, end, axes) : backwards(start, end, spots, axes);
}

function forwards(start: Spot, end: Spot, bends: readonly Spot[], axes: Axes): EdgePath {
  const out = { along: start.along + axes.depth, across: start.across + axes.breadth / 2 };
  const into = { along: end.along, across: end.across + axes.breadth / 2 };
  const { enter, leave } = passing(bends, axes.depth / 2);
  const pen = new Pen(out, axes);
  for (const [index, spot] of [...enter, into].entries()) {
    pen.swing(spot);
    pen.straight(leave[index]);
  }
  pen.head(-1, 0);
  return { line: pen.line, label: axes.point(between(out, enter[0] ?? into)) };
}

/** Up out of the card, past the rows between, and into the other card from below. */
function backwards(start: Spot, end: Spot, bends: readonly Spot[], axes: Axes): EdgePath {
  const { enter, leave } = passing(bends, -axes.depth / 2);
  const [first = start, last = end] = [enter[0], leave.at(-1)];
  const into = { along: end.along + axes.depth, across: within(end, last.across, axes) };
  const pen = new Pen({ along: start.along, across: within(start, first.across, axes) }, axes);
  for (const [index, spot] of [...enter, into].entries()) {
    pen.swing(spot);
    pen.straight(leave[index]);
  }
  pen.head(1, 0);
  return { line: pen.line, label: axes.point(bends[Math.floor(bends.length / 2)] ?? into) };
}

/** As near to `across` as the border of the card allows, and clear of its middle, where other edges are. */
function within({ across: left }: Spot, across: number, { breadth }: Axes): number {
  const middle = left + breadth / 2;
  const off = Math.min(Math.max(Math.abs(across - middle), breadth / 8), breadth / 2 - 12);
  return across < middle ? middle - off : middle + off;
}

/** From the side of one card to the same side of the other; a step that waits for itself gets a small loop. */
function aroundSide(start: Spot, end: Spot, axes: Axes): EdgePath {
  const isSelf = start.along === end.along && start.across === end.across;
  const apart = isSelf ? axes.depth / 4 : 0;
  const [out, into] = [border(start, 1, -apart, axes), border(end, 1, apart, axes)];
  const far = Math.max(out.across, into.across) + BULGE;
  const pen = new Pen(out, axes);
  pen.curve({ along: out.along, across: far }, { along: into.along, across: far }, into);
  pen.head(0, 1);
  const bow = { along: (out.along + into.along) / 2, across: (out.across + into.across + 6 * far) / 8 };
  return { line: pen.line, label: axes.point(bow) };
}

/** Where an edge comes to the rows it passes, and where it leaves them. */
function passing(bends: readonly Spot[], half: number): { readonly enter: Spot[]; readonly leave: Spot[] } {
  return {
    enter: bends.map(({ along, across }) => ({ along: along - half, across })),
    leave: bends.map(({ along, across }) => ({ along: along + half, across })),
  };
}

function border(card: Spot, side: number, off: number, { depth, breadth }: Axes): Spot {
  return { along: card.along + depth / 2 + off, across: card.across + (side > 0 ? breadth : 0) };
}

function between(one: Spot, other: Spot): Spot {
  return { along: (one.along + other.along) / 2, across: (one.across + other.across) / 2 };
}

class Pen {
  readonly #axes: Axes;
  at: Spot;
  line: string;

  constructor(start: Spot, axes: Axes) {
    this.#axes = axes;
    this.at = start;
    this.line = `M${this.#write(start)}`;
  }

  straight(to: Spot | undefined): void {
    if (to === undefined) return;
    this.line += `L${this.#write(to)}`;
    this.at = to;
  }

  curve(one: Spot, other: Spot, to: Spot): void {
    this.line += `C${[one, other, to].map((spot) => this.#write(spot)).join(' ')}`;
    this.at = to;
  }

  /** Across a gap between rows, in the direction of the graph at both ends. */
  swing(to: Spot): void {
    const { along } = between(this.at, to);
    this.curve({ along, across: this.at.across }, { along, across: to.across }, to);
  }

  /** @param along Where the edge comes from, as seen from the tip: -1 from before, 0 not; `across` likewise. */
  head(along: number, across: number): void {
    const tip = this.at;
    const wing = (side: number): Spot => ({
      along: tip.along + along * HEAD.length + across * side * HEAD.width,
      across: tip.across + across * HEAD.length + along * side * HEAD.width,
    });
    this.line += `M${this.#write(wing(1))}L${this.#write(tip)}L${this.#write(wing(-1))}`;
  }

  #write(spot: Spot): string {
    const { x, y } = this.#axes.point(spot);
    return `${round(x)},${round(y)}`;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
