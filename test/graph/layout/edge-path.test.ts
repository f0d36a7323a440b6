import { expect, test } from 'vitest';
import { edgePath } from '../../../src-engine/graph/layout/edge-path.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';

const { width, height } = CARD;

test('an edge leaves the parent at its lower side and enters the child at its upper side', () => {
  const { line } = edgePath({ x: 0, y: 0 }, { x: 300, y: 150 }, [], 'down');
  expect(line).toMatch(new RegExp(`^M${width / 2},${height}C`));
  expect(line).toContain(` ${300 + width / 2},150M`);
});

test('from left to right it leaves at the right side and enters at the left one', () => {
  const { line } = edgePath({ x: 0, y: 0 }, { x: 400, y: 100 }, [], 'right');
  expect(line).toMatch(new RegExp(`^M${width},${height / 2}C`));
  expect(line).toContain(` 400,${100 + height / 2}M`);
});

test('it runs straight past the cards of a row between', () => {
  const { line } = edgePath({ x: 0, y: 0 }, { x: 0, y: 240 }, [{ x: 150, y: 156 }], 'down');
  expect(line).toContain(`150,${156 - height / 2}L150,${156 + height / 2}C`);
});

test('an edge that leads back, or to its own step, goes around the side', () => {
  const back = edgePath({ x: 0, y: 200 }, { x: 40, y: 0 }, [], 'down');
  expect(back.line).toMatch(new RegExp(`^M${width},${200 + height / 2}C`));
  expect(back.label.x).toBeGreaterThan(width + 40);
  const self = edgePath({ x: 0, y: 0 }, { x: 0, y: 0 }, [], 'down');
  expect(self.label).toMatchObject({ y: height / 2 });
});

test('on its way back it passes rows where the layout has room for it', () => {
  const { line } = edgePath({ x: 0, y: 360 }, { x: 0, y: 0 }, [{ x: 300, y: 216 }], 'down');
  expect(line).toMatch(new RegExp(`^M${width - 12},360C`));
  expect(line).toContain(` ${width - 12},${height}M`);
  expect(line).toContain(`300,${216 + height / 2}L300,${216 - height / 2}C`);
});
