/** Order and depth of the steps of a graph; both are linear in steps plus dependencies. */
import type { StepGraph } from './step-graph.ts';

/**
 * Positions with parents before children: roots in step order, then first come, first served. Steps on a cycle, and
 * those behind one, are missing, so the order is shorter than the graph exactly when there is a cycle.
 */
export function topologicalOrder({ parents, children }: StepGraph): readonly number[] {
  const waitingFor = parents.map((list) => list.length);
  const order = [...parents.keys()].filter((index) => waitingFor[index] === 0);
  for (const index of order) {
    for (const child of children[index] ?? []) {
      const left = (waitingFor[child] ?? 0) - 1;
      waitingFor[child] = left;
      if (left === 0) order.push(child);
    }
  }
  return order;
}

/** Edges on the longest way from a root, by position; steps that `order` leaves out have level 0. */
export function levelsOf({ parents }: StepGraph, order: readonly number[]): readonly number[] {
  const levels = parents.map(() => 0);
  for (const index of order)
    for (const parent of parents[index] ?? [])
      levels[index] = Math.max(levels[index] ?? 0, (levels[parent] ?? 0) + 1);
  return levels;
}

/** Steps per level, the roots first; empty for an empty graph. */
export function widthsOf(levels: Iterable<number>): readonly number[] {
  const widths: number[] = [];
  for (const level of levels) {
    while (widths.length <= level) widths.push(0);
    widths[level] = (widths[level] ?? 0) + 1;
  }
  return widths;
}
