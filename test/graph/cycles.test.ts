import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles } from '../../src-engine/graph/cycles.ts';
import { chain, graphs, stepsOf } from './graphs.ts';

test('G-6: a step that depends on itself', () => {
  expect(findCycles(stepsOf({ a: ['a'] }))).toEqual([['a', 'a']]);
});

test('G-6: two pairs that depend on each other', () => {
  expect(findCycles(stepsOf({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }))).toEqual([
    ['a', 'b', 'a'],
    ['c', 'd', 'c'],
  ]);
});

test('G-8: a third edge closes a chain of three', () => {
  expect(findCycles(stepsOf({ A: [], B: ['A'], C: ['B'] }))).toEqual([]);
  expect(findCycles(stepsOf({ A: ['C'], B: ['A'], C: ['B'] }))).toEqual([['A', 'C', 'B', 'A']]);
});

test('a way into a cycle is no part of it, and a shared parent is no cycle', () => {
  expect(findCycles(stepsOf({ in: ['a'], a: ['b'], b: ['a'] }))).toEqual([['a', 'b', 'a']]);
  expect(findCycles(stepsOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }))).toEqual([]);
});

test('unknown and repeated dependencies are no trouble', () => {
  expect(findCycles(stepsOf({ a: ['nobody', 'b', 'b'], b: [] }))).toEqual([]);
});

test('a chain of 5,000 steps, and the ring it makes', () => {
  const steps = chain(5000);
  expect(findCycles(steps)).toEqual([]);
  const [first, ...rest] = steps;
  const ring = [{ name: first?.name ?? '', dependsOn: ['s4999'] }, ...rest];
  expect(findCycles(ring).map((cycle) => cycle.length)).toEqual([5001]);
});

test('each cycle told is a closed way along dependencies, and one is told exactly when there is one', () => {
  fc.assert(
    fc.property(graphs({ acyclic: false }), (steps) => {
      const cycles = findCycles(steps);
      const parents = new Map(steps.map(({ name, dependsOn }) => [name, dependsOn]));
      for (const cycle of cycles) {
        expect(cycle.at(0)).toBe(cycle.at(-1));
        for (const [index, name] of cycle.slice(0, -1).entries())
          expect(parents.get(name)).toContain(cycle[index + 1]);
      }
      expect(cycles.length > 0).toBe(steps.some(({ name }) => reaches(name, name, parents)));
    }),
  );
});

/** Naive: walks every way of at most as many edges as there are steps. */
function reaches(from: string, to: string, parents: ReadonlyMap<string, readonly string[]>): boolean {
  let front = new Set([from]);
  for (let round = 0; round < parents.size; round++) {
    front = new Set([...front].flatMap((name) => parents.get(name) ?? []));
    if (front.has(to)) return true;
  }
  return false;
}
