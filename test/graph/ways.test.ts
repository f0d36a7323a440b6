/** Questions about ways through a graph, each against a version that walks every way. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalPath } from '../../src-engine/graph/critical-path.ts';
import { ancestorsOf, descendantsOf } from '../../src-engine/graph/reachability.ts';
import { redundantEdges } from '../../src-engine/graph/redundant-edges.ts';
import type { StepGraph } from '../../src-engine/graph/step-graph.ts';
import { buildStepGraph, stepGraphOfEdges } from '../../src-engine/graph/step-graph.ts';
import { chain, graphs, stepsOf } from './graphs.ts';

const acyclic = graphs({ acyclic: true }).map(buildStepGraph);
const DIAMOND = buildStepGraph(stepsOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }));

describe('reachability', () => {
  test('G-1: before and behind a step of a diamond', () => {
    expect(ancestorsOf(DIAMOND, 3)).toEqual([1, 2, 0]);
    expect(descendantsOf(DIAMOND, 0)).toEqual([1, 2, 3]);
    expect(descendantsOf(DIAMOND, 3)).toEqual([]);
  });

  test('a step on a cycle is behind itself', () => {
    const ring = buildStepGraph(stepsOf({ a: ['b'], b: ['a'], c: ['b'] }));
    expect(new Set(descendantsOf(ring, 0))).toEqual(new Set([0, 1, 2]));
    expect(new Set(ancestorsOf(ring, 2))).toEqual(new Set([0, 1]));
  });

  test('the two directions are each other turned round, and agree with walking every way', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        for (const from of graph.names.keys()) {
          const walked = new Set(waysFrom(graph, from).flatMap((way) => way.slice(1)));
          expect(new Set(descendantsOf(graph, from))).toEqual(walked);
          for (const to of graph.names.keys())
            expect(ancestorsOf(graph, to).includes(from)).toBe(walked.has(to));
        }
      }),
    );
  });
});

describe('critical path', () => {
  test('the heavier side of a diamond; with equal sides the first', () => {
    expect(criticalPath(DIAMOND, [1, 2, 5, 1])).toEqual({ path: [0, 2, 3], weight: 7 });
    expect(criticalPath(DIAMOND, [1, 2, 2, 1])).toEqual({ path: [0, 1, 3], weight: 4 });
  });

  test('nothing for no steps, and nothing on a cycle', () => {
    expect(criticalPath(buildStepGraph([]), [])).toEqual({ path: [], weight: 0 });
    expect(criticalPath(buildStepGraph(stepsOf({ a: ['a'] })), [1])).toEqual({ path: [], weight: 0 });
  });

  test('weighs as much as the heaviest of all ways, and is one of them', () => {
    fc.assert(
      fc.property(
        acyclic,
        fc.array(fc.nat({ max: 20 }), { minLength: 9, maxLength: 9 }),
        (graph, weights) => {
          const { path, weight } = criticalPath(graph, weights);
          const ways = [...graph.names.keys()]
            .filter((index) => graph.parents[index]?.length === 0)
            .flatMap((root) => waysFrom(graph, root))
            .filter((way) => graph.children[way.at(-1) ?? 0]?.length === 0);
          const weigh = (way: readonly number[]) =>
            way.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
          expect(weight).toBe(Math.max(0, ...ways.map(weigh)));
          expect(weigh(path)).toBe(weight);
          if (ways.length > 0) expect(ways).toContainEqual(path);
        },
      ),
    );
  });
});

describe('redundant edges', () => {
  test('an edge that a longer way repeats, and what it goes through', () => {
    const graph = buildStepGraph(stepsOf({ a: [], b: ['a'], c: ['a', 'b'] }));
    expect(redundantEdges(graph)).toEqual([{ from: 0, to: 2, through: 1 }]);
    expect(redundantEdges(DIAMOND)).toEqual([]);
  });

  test('are not sought where there is a cycle', () => {
    expect(redundantEdges(buildStepGraph(stepsOf({ a: ['b'], b: ['a'], c: ['a', 'b'] })))).toEqual([]);
  });

  test('are exactly those with a longer way between their ends; without them nothing else is reached', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        const found = redundantEdges(graph).map(({ from, to }) => `${from}>${to}`);
        const edges = graph.parents.flatMap((parents, to) => parents.map((from) => [from, to] as const));
        const longer = edges.filter(([from, to]) =>
          waysFrom(graph, from).some((way) => way.length > 2 && way.at(-1) === to),
        );
        expect(found).toEqual(longer.map(([from, to]) => `${from}>${to}`));
        for (const { to, through } of redundantEdges(graph)) expect(graph.parents[to]).toContain(through);
        const kept = stepGraphOfEdges(
          graph.names,
          edges.filter(([from, to]) => !found.includes(`${from}>${to}`)),
        );
        for (const index of graph.names.keys())
          expect(new Set(ancestorsOf(kept, index))).toEqual(new Set(ancestorsOf(graph, index)));
      }),
    );
  });
});

test('a chain of 5,000 steps: one way, everything behind the first, nothing redundant', () => {
  const graph = buildStepGraph(chain(5000));
  expect(
    criticalPath(
      graph,
      graph.names.map(() => 2),
    ).weight,
  ).toBe(10_000);
  expect(descendantsOf(graph, 0)).toHaveLength(4999);
  expect(redundantEdges(graph)).toEqual([]);
});

/** Every way that starts at `from`, of any length. */
function waysFrom(graph: StepGraph, from: number): number[][] {
  const further = (graph.children[from] ?? []).flatMap((child) => waysFrom(graph, child));
  return [[from], ...further.map((way) => [from, ...way])];
}
