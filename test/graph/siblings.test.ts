import { expect, test } from 'vitest';
import { siblingEdges } from '../../src-engine/graph/reachability.ts';
import { buildStepGraph } from '../../src-engine/graph/step-graph.ts';

function siblingsOf(name: string, parents: Readonly<Record<string, readonly string[]>>): string[] {
  const graph = buildStepGraph(
    Object.entries(parents).map(([step, dependsOn]) => ({ name: step, dependsOn })),
  );
  return siblingEdges(graph, graph.names.indexOf(name)).map(
    ({ from, to }) => `${graph.names[from]} → ${graph.names[to]}`,
  );
}

test('G-10: steps are siblings when their parents are the same, one edge for each shared parent', () => {
  expect(siblingsOf('b', { a: [], b: ['a'], c: ['a'] })).toEqual(['a → c']);
  expect(siblingsOf('c', { a: [], d: [], b: ['a', 'd'], c: ['d', 'a'] })).toEqual(['a → b', 'd → b']);
});

test('G-10: a step with one parent more is no sibling, and roots have none', () => {
  expect(siblingsOf('b', { a: [], d: [], b: ['a'], c: ['a', 'd'] })).toEqual([]);
  expect(siblingsOf('a', { a: [], d: [] })).toEqual([]);
});
