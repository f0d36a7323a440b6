import fc from 'fast-check';
import { expect, test } from 'vitest';
import { straighten } from '../../../src-engine/graph/layout/straighten.ts';

const CARD = { breadth: 200, margin: 20 };
const BEND = { breadth: 0, margin: 10 };

function link(one: number, other: number, weight = 1) {
  return { one, other, weight };
}

test('a parent stands above the middle of its children', () => {
  const [parent = 0, left = 0, right = 0] = straighten(
    [CARD, CARD, CARD],
    [[0], [1, 2]],
    [link(0, 1), link(0, 2)],
  );
  expect(right - left).toBeCloseTo(220);
  expect(parent).toBeCloseTo((left + right) / 2);
});

test('a chain is straight, also beside another one', () => {
  const middles = straighten(
    [CARD, CARD, CARD, CARD],
    [
      [0, 1],
      [2, 3],
    ],
    [link(0, 2), link(1, 3)],
  );
  expect(middles[0]).toBeCloseTo(middles[2] ?? 0);
  expect(middles[1]).toBeCloseTo(middles[3] ?? 0);
});

test('an edge may pass close to a card, no nearer than the card wants', () => {
  const [card = 0, bend = 0] = straighten([CARD, BEND], [[0, 1]], []);
  expect(bend - card).toBeCloseTo(120);
});

test('rows keep their order and their distances, whatever pulls at them', () => {
  const anyCase = fc.integer({ min: 1, max: 6 }).chain((rows) =>
    fc.record({
      rows: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: rows, maxLength: rows }),
      links: fc.array(fc.tuple(fc.nat({ max: 35 }), fc.nat({ max: 35 }), fc.integer({ min: 1, max: 8 }))),
    }),
  );
  fc.assert(
    fc.property(anyCase, ({ rows, links }) => {
      const starts = rows.map((_, row) => rows.slice(0, row).reduce((sum, count) => sum + count, 0));
      const lists = rows.map((count, row) =>
        Array.from({ length: count }, (_, index) => (starts[row] ?? 0) + index),
      );
      const slots = lists.flat().map((slot) => (slot % 3 === 0 ? BEND : CARD));
      const known = links.filter(([one, other]) => one < slots.length && other < slots.length);
      const middles = straighten(
        slots,
        lists,
        known.map(([one, other, weight]) => link(one, other, weight)),
      );
      for (const list of lists) {
        for (const [index, slot] of list.slice(1).entries()) {
          const before = list[index] ?? 0;
          const least = ((slots[before]?.breadth ?? 0) + (slots[slot]?.breadth ?? 0)) / 2;
          expect((middles[slot] ?? 0) - (middles[before] ?? 0)).toBeGreaterThan(least);
        }
      }
    }),
  );
});
