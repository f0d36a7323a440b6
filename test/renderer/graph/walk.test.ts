import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import type { Move } from '../../../src-renderer/graph/walk.ts';
import { moveOf, walk } from '../../../src-renderer/graph/walk.ts';
import { anyDirection, anyShape, shapeOf } from '../../graph/layout/shapes.ts';

/** 0 → 1, 2, 3 → 4 */
const DIAMOND = shapeOf(5, [0, 1], [0, 2], [0, 3], [1, 4], [2, 4], [3, 4]);
const LAID = layoutGraph(DIAMOND, 'down');

function from(start: number | null, ...moves: readonly Move[]): number | null {
  let at = start;
  for (const move of moves) at = walk(DIAMOND, LAID, at, move) ?? at;
  return at;
}

test('down and up go along edges, sideways to the neighbours in the row', () => {
  const row = [1, 2, 3].sort((one, other) => (LAID.places[one]?.x ?? 0) - (LAID.places[other]?.x ?? 0));
  const [left = 0, middle = 0, right = 0] = row;
  expect(from(0, 'child')).toBe(middle);
  expect(from(middle, 'before')).toBe(left);
  expect(from(middle, 'after')).toBe(right);
  expect(from(left, 'before')).toBe(left);
  expect(from(left, 'child')).toBe(4);
  expect(from(4, 'parent', 'parent')).toBe(0);
  expect(from(0, 'parent')).toBe(0);
});

test('Home leads to the root, End to the leaf; without a selection too', () => {
  expect(from(2, 'root')).toBe(0);
  expect(from(2, 'leaf')).toBe(4);
  expect(from(null, 'root')).toBe(0);
  expect(from(null, 'leaf')).toBe(4);
  expect(from(null, 'child')).toBe(0);
});

test('keys turn with the direction of the graph', () => {
  expect(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].map((key) => moveOf(key, 'down'))).toEqual([
    'child',
    'parent',
    'before',
    'after',
  ]);
  expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key) => moveOf(key, 'right'))).toEqual([
    'child',
    'parent',
    'before',
    'after',
  ]);
  expect(moveOf('a', 'down')).toBeNull();
});

test('a piece of the graph that no edge leads to is reached from the last step before it', () => {
  const shape = shapeOf(3, [0, 1]);
  const laid = layoutGraph(shape, 'down');
  expect(walk(shape, laid, 1, 'child')).toBe(2);
  expect(walk(shape, laid, 2, 'parent')).toBe(1);
});

test('every move ends, on cycles as well, and leads to a step of the graph', () => {
  const moves: readonly Move[] = ['child', 'parent', 'before', 'after', 'root', 'leaf'];
  fc.assert(
    fc.property(
      anyShape,
      anyDirection,
      fc.constantFrom(...moves),
      fc.nat(),
      (shape, direction, move, start) => {
        const laid = layoutGraph(shape, direction);
        const to = walk(shape, laid, start % shape.count, move);
        expect(to === null || (to >= 0 && to < shape.count)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
