/**
 * Where an arrow key leads from a step: along an edge to the child or parent that lies straightest, or to the neighbour in
 * the same row. Pure; a step is its position in the model.
 */
import type { GraphShape } from '../../src-engine/graph/layout/layout-types.ts';
import type { Direction, GraphLayout, Point } from '../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../src-engine/graph/layout/layout-types.ts';

export type Move = 'child' | 'parent' | 'before' | 'after' | 'root' | 'leaf';

const KEYS: Readonly<Record<Direction, Readonly<Record<string, Move>>>> = {
  down: { ArrowDown: 'child', ArrowUp: 'parent', ArrowLeft: 'before', ArrowRight: 'after' },
  right: { ArrowRight: 'child', ArrowLeft: 'parent', ArrowUp: 'before', ArrowDown: 'after' },
};

/** What a key of the keyboard means on the canvas; null when it moves nothing. */
export function moveOf(key: string, direction: Direction): Move | null {
  if (key === 'Home') return 'root';
  if (key === 'End') return 'leaf';
  return KEYS[direction][key] ?? null;
}

/** @param from Null when no step is selected: then every move leads to the first root, or to the last leaf. */
export function walk(shape: GraphShape, layout: GraphLayout, from: number | null, move: Move): number | null {
  const ways = waysOf(shape);
  if (from === null) return firstStep(ways, layout, move === 'leaf');
  switch (move) {
    case 'child':
      return nearest(ways.children[from], layout, from) ?? piece(ways.parents, layout, from, 1);
    case 'parent':
      return nearest(ways.parents[from], layout, from) ?? piece(ways.children, layout, from, -1);
    case 'before':
      return beside(layout, from, -1);
    case 'after':
      return beside(layout, from, 1);
    case 'root':
      return last(ways.parents, layout, from);
    case 'leaf':
      return last(ways.children, layout, from);
    default:
      return move satisfies never;
  }
}

interface Ways {
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
}

function waysOf({ count, edges }: GraphShape): Ways {
  const parents: number[][] = Array.from({ length: count }, () => []);
  const children: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    if (from === to) continue;
    parents[to]?.push(from);
    children[from]?.push(to);
  }
  return { parents, children };
}

function along({ direction, places }: GraphLayout, index: number): number {
  const place: Point = places[index] ?? { x: 0, y: 0 };
  return direction === 'down' ? place.y : place.x;
}

function across({ direction, places }: GraphLayout, index: number): number {
  const place: Point = places[index] ?? { x: 0, y: 0 };
  return direction === 'down' ? place.x : place.y;
}

function least(list: readonly number[], cost: (index: number) => number): number | null {
  let best: number | null = null;
  for (const index of list) if (best === null || cost(index) < cost(best)) best = index;
  return best;
}

/** The straightest of them; of equally straight ones the nearest. */
function nearest(list: readonly number[] | undefined, layout: GraphLayout, from: number): number | null {
  return least(
    list ?? [],
    (index) =>
      Math.abs(across(layout, index) - across(layout, from)) +
      Math.abs(along(layout, index) - along(layout, from)) / 1000,
  );
}

/** Where edges end, a piece of the graph without an edge to here may follow: else no key would lead there. */
function piece(
  ways: readonly (readonly number[])[],
  layout: GraphLayout,
  from: number,
  sign: number,
): number | null {
  const ends = indexes(ways).filter((index) => ways[index]?.length === 0);
  const ahead = ends.filter((index) => (along(layout, index) - along(layout, from)) * sign > 0);
  return least(
    ahead,
    (index) =>
      Math.abs(along(layout, index) - along(layout, from)) * 1000 +
      Math.abs(across(layout, index) - across(layout, from)),
  );
}

function beside(layout: GraphLayout, from: number, sign: number): number | null {
  const isInRow = (index: number): boolean =>
    Math.abs(along(layout, index) - along(layout, from)) < CARD.height / 2;
  const distance = (index: number): number => (across(layout, index) - across(layout, from)) * sign;
  return least(
    indexes(layout.places).filter((index) => isInRow(index) && distance(index) > 0),
    distance,
  );
}

/** As far as edges lead; on a cycle, until a step comes again. */
function last(ways: readonly (readonly number[])[], layout: GraphLayout, from: number): number {
  const seen = new Set<number>();
  let at = from;
  for (;;) {
    seen.add(at);
    const next = nearest(
      ways[at]?.filter((index) => !seen.has(index)),
      layout,
      at,
    );
    if (next === null) return at;
    at = next;
  }
}

function firstStep({ parents, children }: Ways, layout: GraphLayout, isLast: boolean): number | null {
  const ends = isLast ? children : parents;
  const sign = isLast ? -1 : 1;
  const open = indexes(ends).filter((index) => ends[index]?.length === 0);
  return least(
    open.length > 0 ? open : indexes(ends),
    (index) => (along(layout, index) * 1000 + across(layout, index)) * sign,
  );
}

function indexes(list: readonly unknown[]): readonly number[] {
  return [...list.keys()];
}
