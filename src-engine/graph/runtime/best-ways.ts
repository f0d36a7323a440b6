/**
 * The heaviest few root-to-leaf ways, and how many ways there are, without walking them one by one: layered graphs
 * have exponentially many.
 */
import type { StepGraph } from '../step-graph.ts';

/** A way told backwards: its last step, and the way up to there. */
interface Way {
  readonly at: number;
  readonly weight: number;
  readonly before: Way | undefined;
}

/** Up to `count` ways by falling sum of weights; equal ones in the order of their steps. Weights may be negative. */
export function bestWays(
  graph: StepGraph,
  order: readonly number[],
  weights: readonly number[],
  count: number,
): readonly (readonly number[])[] {
  const best: (readonly Way[])[] = [];
  for (const at of order) {
    const weight = weights[at] ?? 0;
    const parents = graph.parents[at] ?? [];
    best[at] =
      parents.length === 0
        ? [{ at, weight, before: undefined }]
        : heaviest(parents, best, count).map((before) => ({ at, weight: before.weight + weight, before }));
  }
  const leaves = order.filter((at) => graph.children[at]?.length === 0);
  return heaviest(leaves, best, count).map(stepsOfWay);
}

/** Number of root-to-leaf ways; at `Number.MAX_SAFE_INTEGER` the count stops, and means "at least". */
export function countWays(graph: StepGraph, order: readonly number[]): number {
  const ways: number[] = [];
  let total = 0;
  for (const at of order) {
    const parents = graph.parents[at] ?? [];
    let here = parents.length === 0 ? 1 : 0;
    for (const parent of parents) here = Math.min(here + (ways[parent] ?? 0), Number.MAX_SAFE_INTEGER);
    ways[at] = here;
    if (graph.children[at]?.length === 0) total = Math.min(total + here, Number.MAX_SAFE_INTEGER);
  }
  return total;
}

function heaviest(ends: readonly number[], best: readonly (readonly Way[])[], count: number): readonly Way[] {
  return ends
    .flatMap((end) => best[end] ?? [])
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, count);
}

function stepsOfWay(end: Way): readonly number[] {
  const steps: number[] = [];
  for (let way: Way | undefined = end; way !== undefined; way = way.before) steps.push(way.at);
  return steps.reverse();
}
