import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import { placedLayout } from '../../../src-engine/graph/layout/placed-layout.ts';
import { anyDirection, anyShape, shapeOf } from './shapes.ts';

test('while nothing was moved it is the layout itself', () => {
  const layout = layoutGraph(shapeOf(2, [0, 1]), 'down');
  expect(placedLayout(layout, shapeOf(2, [0, 1]), [undefined, undefined])).toBe(layout);
});

test('a moved card stands where it was put, and the others stay', () => {
  const shape = shapeOf(3, [0, 1], [1, 2]);
  const layout = layoutGraph(shape, 'down');
  const placed = placedLayout(layout, shape, [undefined, { x: -500, y: -40 }, undefined]);
  expect(placed.places).toEqual([layout.places[0], { x: -500, y: -40 }, layout.places[2]]);
  expect(placed.origin).toEqual({ x: -500, y: -40 });
});

test('the whole holds every card, wherever they were put', () => {
  const anyPlace = fc.option(
    fc.record({ x: fc.integer({ min: -2e3, max: 2e3 }), y: fc.integer({ min: -2e3, max: 2e3 }) }),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(
      anyShape,
      anyDirection,
      fc.array(anyPlace, { minLength: 30, maxLength: 30 }),
      (shape, direction, all) => {
        const moved = all.slice(0, shape.count);
        const {
          places,
          origin = { x: 0, y: 0 },
          width,
          height,
        } = placedLayout(layoutGraph(shape, direction), shape, moved);
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(origin.x);
          expect(y).toBeGreaterThanOrEqual(origin.y);
          expect(x + CARD.width).toBeLessThanOrEqual(origin.x + width + 0.001);
          expect(y + CARD.height).toBeLessThanOrEqual(origin.y + height + 0.001);
        }
      },
    ),
    { numRuns: 30 },
  );
});
