import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';
import { aligned, distributed, freePlace, GRID, tidied } from '../../../src-renderer/graph/arrange.ts';

const at = (x: number, y: number) => ({ x, y });

test('aligned cards share one line, and keep their places along it', () => {
  const places = [at(0, 0), at(100, 50), at(50, 200)];
  expect(aligned(places, 'left')).toEqual([at(0, 0), at(0, 50), at(0, 200)]);
  expect(aligned(places, 'right').map(({ x }) => x)).toEqual([100, 100, 100]);
  expect(aligned(places, 'middle').map(({ y }) => y)).toEqual([100, 100, 100]);
});

test('spread cards have equal distances; the first and the last stay', () => {
  const places = [at(0, 0), at(290, 0), at(100, 0), at(300, 0)];
  expect(distributed(places, 'x').map(({ x }) => x)).toEqual([0, 200, 100, 300]);
});

test('two cards have nothing to spread', () => {
  const places = [at(0, 0), at(7, 0)];
  expect(distributed(places, 'x')).toEqual(places);
});

test('tidied cards stand on the grid and never on one another', () => {
  const anyPlaces = fc.array(
    fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -200, max: 200 }) }),
    {
      maxLength: 14,
    },
  );
  fc.assert(
    fc.property(anyPlaces, (places) => {
      const tidy = tidied(places, []);
      for (const [index, one] of tidy.entries()) {
        expect([Math.abs(one.x % GRID), Math.abs(one.y % GRID)]).toEqual([0, 0]);
        for (const other of tidy.slice(index + 1))
          expect(Math.abs(one.x - other.x) < CARD.width && Math.abs(one.y - other.y) < CARD.height).toBe(
            false,
          );
      }
    }),
  );
});

test('a free place is the place itself', () => {
  expect(freePlace(at(20, 30), [at(20, 200)])).toEqual(at(20, 30));
});
