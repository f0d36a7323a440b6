/** Dependencies that change nothing, because a longer way already says the same. */
import { levelsOf, topologicalOrder } from './levels.ts';
import type { StepGraph } from './step-graph.ts';

export interface RedundantEdge {
  readonly from: number;
  readonly to: number;
  /** The other parent of `to` that already waits for `from`; the first in the order written. */
  readonly through: number;
}

/**
 * Edges a transitive reduction would remove, by `to`, then in the order written. Empty when the graph has a cycle:
 * there the reduction is not unique.
 */
export function redundantEdges(graph: StepGraph): readonly RedundantEdge[] {
  const order = topologicalOrder(graph);
  if (order.length < graph.names.length) return [];
  const levels = levelsOf(graph, order);
  return graph.parents.flatMap((parents, to) =>
    parents.length < 2 ? [] : redundantInto(graph, levels, parents, to),
  );
}

function redundantInto(
  graph: StepGraph,
  levels: readonly number[],
  parents: readonly number[],
  to: number,
): readonly RedundantEdge[] {
  const lowest = parents.reduce((low, parent) => Math.min(low, levels[parent] ?? 0), Infinity);
  const through = firstThrough(graph, levels, parents, lowest);
  return parents.flatMap((from) => {
    const other = through.get(from);
    return other === undefined ? [] : [{ from, to, through: other }];
  });
}

/**
 * For each proper ancestor of the parents, the first parent it is reached through. Every step is entered once, and
 * nothing below the lowest parent is: it could not lead back to one of them.
 */
function firstThrough(
  graph: StepGraph,
  levels: readonly number[],
  parents: readonly number[],
  lowest: number,
): ReadonlyMap<number, number> {
  const through = new Map<number, number>();
  for (const parent of parents) {
    const way = [parent];
    for (let at = way.pop(); at !== undefined; at = way.pop()) {
      for (const next of graph.parents[at] ?? []) {
        if (through.has(next) || (levels[next] ?? 0) < lowest) continue;
        through.set(next, parent);
        way.push(next);
      }
    }
  }
  return through;
}
