/** The rows of a layered graph with everything that stands in them: cards, and edges on their way past. Pure. */
import type { GraphShape } from './layout-types.ts';
import type { Direction, Point } from './layout-types.ts';
import { CARD, GAP } from './layout-types.ts';
import type { Link, Slot } from './straighten.ts';
import { straighten } from './straighten.ts';

export interface Spots {
  /** Middle of each step's card; null for a step that stands in no row. */
  readonly middles: readonly (Point | null)[];
  /** For each edge where it passes through rows. */
  readonly bends: readonly (readonly Point[])[];
}

/** A long edge that wavers is worse than a short one that leans. */
const STRAIGHTNESS = { betweenCards: 1, atACard: 2, betweenBends: 6 } as const;
const BEND: Slot = { breadth: 0, margin: 16 };

/** The same rows in the same order, with the places in them chosen anew; the first begins at 0. */
export function straightSpots(shape: GraphShape, spots: Spots, direction: Direction): Spots {
  const isDown = direction === 'down';
  const card: Slot = isDown
    ? { breadth: CARD.width, margin: GAP.beside }
    : { breadth: CARD.height, margin: GAP.beside - 8 };
  const slots: Slot[] = [];
  const points: Point[] = [];
  const add = (slot: Slot, point: Point): number => {
    points.push(point);
    return slots.push(slot) - 1;
  };
  const cards = spots.middles.map((middle) => (middle === null ? null : add(card, middle)));
  const bends = spots.bends.map((list) => list.map((point) => add(BEND, point)));
  const links = shape.edges.flatMap(([from, to], index) => chain(cards[from], bends[index] ?? [], cards[to]));
  const across = straighten(slots, rowsOf(points, isDown), links);
  const first = Math.min(...slots.map(({ breadth }, slot) => (across[slot] ?? 0) - breadth / 2));
  const moved = (slot: number): Point => {
    const place = Math.round((across[slot] ?? 0) - first);
    const { x, y } = points[slot] ?? { x: 0, y: 0 };
    return isDown ? { x: place, y } : { x, y: place };
  };
  return {
    middles: cards.map((slot) => (slot === null ? null : moved(slot))),
    bends: bends.map((list) => list.map(moved)),
  };
}

function chain(
  from: number | null | undefined,
  bends: readonly number[],
  to: number | null | undefined,
): readonly Link[] {
  if (typeof from !== 'number' || typeof to !== 'number' || from === to) return [];
  const { betweenCards, atACard, betweenBends } = STRAIGHTNESS;
  const way = [from, ...bends, to];
  return way.slice(1).map((other, index) => {
    const isEnd = index === 0 || index === way.length - 2;
    const weight = bends.length === 0 ? betweenCards : isEnd ? atACard : betweenBends;
    return { one: way[index] ?? from, other, weight };
  });
}

/** Slots by row, in the order they have there already. */
function rowsOf(points: readonly Point[], isDown: boolean): readonly (readonly number[])[] {
  const along = (slot: number): number => Math.round((isDown ? points[slot]?.y : points[slot]?.x) ?? 0);
  const across = (slot: number): number => (isDown ? points[slot]?.x : points[slot]?.y) ?? 0;
  const rows = new Map<number, number[]>();
  for (const slot of points.keys()) {
    const row = rows.get(along(slot));
    if (row === undefined) rows.set(along(slot), [slot]);
    else row.push(slot);
  }
  return [...rows.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row.sort((one, other) => across(one) - across(other)));
}
