import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutByLevel } from '../../../src-engine/graph/layout/layout-by-level.ts';
import type { GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD, GAP, layoutKey } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import { anyAcyclicShape, anyDirection, anyShape, overlaps, shapeOf } from './shapes.ts';

/** Free space between the card of a parent and that of its child, along the direction of the graph. */
function room({ places, direction }: GraphLayout, [from, to]: readonly [number, number]): number {
  const [one, other] = [places[from], places[to]];
  if (one === undefined || other === undefined) return Number.NaN;
  return direction === 'down' ? other.y - one.y - CARD.height : other.x - one.x - CARD.width;
}

describe.each([
  ['layered', layoutGraph],
  ['by level', layoutByLevel],
])('the layout %s', (_, layout) => {
  test('places every step, none on another, parents before their children', () => {
    fc.assert(
      fc.property(anyAcyclicShape, anyDirection, (shape, direction) => {
        const laid = layout(shape, direction);
        expect(laid.places).toHaveLength(shape.count);
        expect(laid.bends).toHaveLength(shape.edges.length);
        expect(overlaps(laid)).toEqual([]);
        for (const edge of shape.edges) expect(room(laid, edge)).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('places every step of a graph with cycles as well, inside the size it names', () => {
    fc.assert(
      fc.property(anyShape, anyDirection, (shape, direction) => {
        const laid = layout(shape, direction);
        expect(overlaps(laid)).toEqual([]);
        for (const { x, y } of laid.places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + CARD.width).toBeLessThanOrEqual(laid.width + 0.5);
          expect(y + CARD.height).toBeLessThanOrEqual(laid.height + 0.5);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has room for a template without steps', () => {
    expect(layout(shapeOf(0), 'down')).toMatchObject({ places: [], bends: [], width: 0, height: 0 });
  });
});

test('a long edge passes the rows between its ends where no card lies', () => {
  fc.assert(
    fc.property(anyAcyclicShape, (shape) => {
      const { places, bends } = layoutGraph(shape, 'down');
      for (const { x, y } of bends.flat()) {
        const row = places.filter((place) => Math.abs(place.y + CARD.height / 2 - y) < 1);
        expect(row.length).toBeGreaterThan(0);
        for (const place of row) expect(x < place.x || x > place.x + CARD.width).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('an edge past one row has one bend, an edge to the next row has none', () => {
  const { bends } = layoutGraph(shapeOf(3, [0, 1], [1, 2], [0, 2]), 'down');
  expect(bends.map((list) => list.length)).toEqual([0, 0, 1]);
});

test('steps without edges stand in rows below the others, not in one endless row', () => {
  const { places, width } = layoutGraph(shapeOf(102, [0, 1]), 'down');
  expect(places.slice(2).every(({ y }) => y >= 2 * CARD.height + GAP.between)).toBe(true);
  expect(width).toBeLessThan(12 * CARD.width);
});

test('many crossing edges do not spread the cards: 25 in a row take the room of 25', () => {
  const edges = Array.from({ length: 225 }, (_, index) => index + 25).flatMap((to) => {
    const parent = to - 25;
    const beside = parent - (parent % 25) + ((parent + 1) % 25);
    return to % 2 === 0 ? [[parent, to] as const] : [[parent, to] as const, [beside, to] as const];
  });
  const { width } = layoutGraph(shapeOf(250, ...edges), 'down');
  expect(width).toBeLessThan(25 * (CARD.width + GAP.beside) * 1.3);
});

test('the same shape has the same key, whatever its steps are called', () => {
  const shape = shapeOf(3, [0, 1], [0, 2]);
  expect(layoutKey(shape, 'down')).toBe(layoutKey(shapeOf(3, [0, 1], [0, 2]), 'down'));
  expect(layoutKey(shape, 'down')).not.toBe(layoutKey(shape, 'right'));
  expect(layoutKey(shape, 'down')).not.toBe(layoutKey(shapeOf(3, [0, 1]), 'down'));
});
