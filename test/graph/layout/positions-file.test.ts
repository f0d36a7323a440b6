import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPositions, readPositions } from '../../../src-engine/graph/layout/positions-file.ts';

const NAMES = ['pay', 'ship', 'a "quoted" name', '__proto__'];
const anyPlaces = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: -1e6, max: 1e6 }), fc.integer()), {
    selector: ([name]) => name,
  })
  .map((places) => new Map(places.map(([name, x, y]) => [name, { x, y }])));

test('what was written is what is read', () => {
  fc.assert(
    fc.property(anyPlaces, anyPlaces, (down, right) => {
      const text = printPositions({ down, right }, new Set(NAMES));
      if (text === null) expect(down.size + right.size).toBe(0);
      else expect(readPositions(text)).toEqual({ down, right });
    }),
  );
});

test('steps that are gone are forgotten, and without any there is no file', () => {
  const down = new Map([['gone', { x: 1, y: 2 }]]);
  expect(printPositions({ down, right: new Map() }, new Set(['here']))).toBeNull();
});

test('a moved card is one line of the file, in the order of names', () => {
  const down = new Map([
    ['ship', { x: 10, y: 20.4 }],
    ['pay', { x: -30, y: 40 }],
  ]);
  const text = printPositions({ down, right: new Map() }, new Set(['pay', 'ship']));
  expect(text).toContain('    "pay": [-30, 40],\n    "ship": [10, 20]\n');
});

test('a file that is none of ours is as good as none, and so is a place that is none', () => {
  expect(readPositions('nonsense')).toBeNull();
  expect(readPositions('{"format": 2}')).toBeNull();
  const read = readPositions('{"format": 1, "down": {"pay": [1], "ship": [3, 4]}}');
  expect([...(read?.down ?? [])]).toEqual([['ship', { x: 3, y: 4 }]]);
});
