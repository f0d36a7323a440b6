/** Which part of a graph a pane shows. Pure; a view maps a point of the graph to `point * zoom + offset` in the pane. */
import type { Direction, GraphLayout, Point } from '../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../src-engine/graph/layout/layout-types.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Free space around a fitted graph, in pixels of the pane. */
const MARGIN = 36;
/** Small graphs are not blown up. */
const LARGEST = 1;

/** Pixels at the left border over which the palette lies. */
export const PALETTE = 64;

/** The whole graph in the middle; one that is too large even at `minZoom` is shown from its beginning. */
export function fittedView(layout: GraphLayout, pane: Size, minZoom: number): View {
  return besidePalette(pane, (free) => fitted(layout, free, minZoom));
}

function besidePalette(pane: Size, viewIn: (free: Size) => View): View {
  const view = viewIn({ ...pane, width: Math.max(pane.width - PALETTE, 1) });
  return { ...view, x: view.x + PALETTE };
}

function fitted(layout: GraphLayout, pane: Size, minZoom: number): View {
  const zoom = Math.min(fittingZoom(layout, pane), LARGEST);
  if (zoom < minZoom) return startView(layout, pane, minZoom);
  const { x, y } = originOf(layout);
  return {
    x: (pane.width - layout.width * zoom) / 2 - x * zoom,
    y: (pane.height - layout.height * zoom) / 2 - y * zoom,
    zoom,
  };
}

const ORIGIN: Point = { x: 0, y: 0 };

function originOf({ origin = ORIGIN }: GraphLayout): Point {
  return origin;
}

/** What a document is shown with first: all of it, if it can be read like that; else its beginning. */
export function firstView(layout: GraphLayout, pane: Size): View {
  return besidePalette(pane, (free) =>
    fittingZoom(layout, free) >= READABLE ? fitted(layout, free, 0) : startView(layout, free, START),
  );
}

/** Below this not even a name can be read. */
const READABLE = 0.36;
const START = 0.75;

function fittingZoom({ width, height }: GraphLayout, pane: Size): number {
  return Math.min(
    Math.max(pane.width - 2 * MARGIN, 1) / Math.max(width, 1),
    Math.max(pane.height - 2 * MARGIN, 1) / Math.max(height, 1),
  );
}

/** The first row's middle card in the middle of the pane's upper (or left) border. */
function startView(layout: GraphLayout, pane: Size, zoom: number): View {
  const { direction, width, height } = layout;
  const origin = originOf(layout);
  const view = startOf(direction, placesFrom(layout, origin), { width, height }, pane, zoom);
  return { ...view, x: view.x - origin.x * zoom, y: view.y - origin.y * zoom };
}

function placesFrom({ places }: GraphLayout, origin: Point): readonly Point[] {
  return places.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
}

function startOf(
  direction: Direction,
  places: readonly Point[],
  { width, height }: Size,
  pane: Size,
  zoom: number,
): View {
  const isDown = direction === 'down';
  const row = places
    .filter((place) => (isDown ? place.y : place.x) < CARD.height / 2)
    .map((place) => (isDown ? place.x : place.y))
    .sort((one, other) => one - other);
  const middle = row[Math.floor(row.length / 2)] ?? 0;
  // What fits is centred all the same.
  return isDown
    ? { x: centred(pane.width, width, middle + CARD.width / 2, zoom), y: MARGIN, zoom }
    : { x: MARGIN, y: centred(pane.height, height, middle + CARD.height / 2, zoom), zoom };
}

function centred(pane: number, graph: number, middle: number, zoom: number): number {
  return graph * zoom <= pane - 2 * MARGIN ? (pane - graph * zoom) / 2 : pane / 2 - middle * zoom;
}

/** The view in which `anchor` lies where it lay before, so that the graph changes around what one looks at. */
export function anchoredView(view: View, before: Point, after: Point): View {
  return {
    x: view.x + (before.x - after.x) * view.zoom,
    y: view.y + (before.y - after.y) * view.zoom,
    zoom: view.zoom,
  };
}

/** Position of the card nearest to the middle of the pane, of those that `isCandidate`; null when there is none. */
export function nearestToMiddle(
  places: readonly Point[],
  view: View,
  pane: Size,
  isCandidate: (index: number) => boolean,
): number | null {
  const middle = { x: (pane.width / 2 - view.x) / view.zoom, y: (pane.height / 2 - view.y) / view.zoom };
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { x, y }] of places.entries()) {
    const distance = Math.hypot(x + CARD.width / 2 - middle.x, y + CARD.height / 2 - middle.y);
    if (distance < least && isCandidate(index)) [best, least] = [index, distance];
  }
  return best;
}

export function isInView(place: Point, view: View, pane: Size): boolean {
  const left = place.x * view.zoom + view.x;
  const top = place.y * view.zoom + view.y;
  return (
    left >= 0 &&
    top >= 0 &&
    left + CARD.width * view.zoom <= pane.width &&
    top + CARD.height * view.zoom <= pane.height
  );
}

export function isWholeInView(layout: GraphLayout, view: View, pane: Size): boolean {
  const { x, y } = originOf(layout);
  return (
    view.x + x * view.zoom >= 0 &&
    view.y + y * view.zoom >= 0 &&
    view.x + (x + layout.width) * view.zoom <= pane.width &&
    view.y + (y + layout.height) * view.zoom <= pane.height
  );
}

/** The card in the middle, large enough to be read. */
export function viewOn(place: Point, view: View, pane: Size): View {
  const zoom = Math.max(view.zoom, READABLE);
  return {
    x: pane.width / 2 - (place.x + CARD.width / 2) * zoom,
    y: pane.height / 2 - (place.y + CARD.height / 2) * zoom,
    zoom,
  };
}
