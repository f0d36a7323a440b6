import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import {
  anchoredView,
  firstView,
  fittedView,
  isInView,
  isWholeInView,
  nearestToMiddle,
  PALETTE,
  viewOn,
} from '../../../src-renderer/graph/viewport.ts';
import { anyDirection, anyShape, shapeOf } from '../../graph/layout/shapes.ts';

const PANE = { width: 800, height: 600 };
const SMALL = layoutGraph(shapeOf(2, [0, 1]), 'down');
/** One root with 60 children: far wider than a pane. */
const WIDE = layoutGraph(
  shapeOf(61, ...Array.from({ length: 60 }, (_, index) => [0, index + 1] as const)),
  'down',
);

test('a small graph is fitted in the middle of what the palette leaves free, and not blown up', () => {
  const view = fittedView(SMALL, PANE, 0.1);
  expect(view.zoom).toBe(1);
  expect(view.x).toBe((PANE.width + PALETTE - SMALL.width) / 2);
  expect(view.y).toBe((PANE.height - SMALL.height) / 2);
});

test('a fitted graph is in view as a whole, unless the smallest zoom forbids it', () => {
  fc.assert(
    fc.property(anyShape, anyDirection, (shape, direction) => {
      const layout = layoutGraph(shape, direction);
      expect(isWholeInView(layout, fittedView(layout, PANE, 0), PANE)).toBe(true);
    }),
    { numRuns: 40 },
  );
  expect(fittedView(WIDE, PANE, 0.3).zoom).toBe(0.3);
});

test('a document too large to be read as a whole is shown from its beginning', () => {
  const view = firstView(WIDE, PANE);
  const root = WIDE.places[0] ?? { x: 0, y: 0 };
  expect(view.zoom).toBeGreaterThan(0.5);
  expect(isInView(root, view, PANE)).toBe(true);
  expect((root.x + CARD.width / 2) * view.zoom + view.x).toBeCloseTo((PANE.width + PALETTE) / 2);
});

test('what the view is anchored to does not move on the screen', () => {
  const view = { x: 12, y: -40, zoom: 0.5 };
  const [before, after] = [
    { x: 100, y: 200 },
    { x: 340, y: 80 },
  ];
  const kept = anchoredView(view, before, after);
  expect(after.x * kept.zoom + kept.x).toBe(before.x * view.zoom + view.x);
  expect(after.y * kept.zoom + kept.y).toBe(before.y * view.zoom + view.y);
});

test('the card in the middle of the pane is found, of those that may be', () => {
  const view = viewOn(WIDE.places[31] ?? { x: 0, y: 0 }, { x: 0, y: 0, zoom: 1 }, PANE);
  expect(nearestToMiddle(WIDE.places, view, PANE, () => true)).toBe(31);
  expect(nearestToMiddle(WIDE.places, view, PANE, (index) => index !== 31)).not.toBe(31);
  expect(nearestToMiddle(WIDE.places, view, PANE, () => false)).toBeNull();
});

test('a step is brought into the middle, large enough for its name', () => {
  const place = WIDE.places[60] ?? { x: 0, y: 0 };
  const view = viewOn(place, { x: 0, y: 0, zoom: 0.1 }, PANE);
  expect(view.zoom).toBeGreaterThan(0.3);
  expect(isInView(place, view, PANE)).toBe(true);
});
