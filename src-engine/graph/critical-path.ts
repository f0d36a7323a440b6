/** The heaviest way from a root to a leaf: what the run takes at least, however many workers there are. */
import { topologicalOrder } from './levels.ts';
import type { StepGraph } from './step-graph.ts';

export interface CriticalPath {
  /** Positions from root to leaf; empty for an empty graph, or when every step is on or behind a cycle. */
  readonly path: readonly number[];
  /** Sum of the weights along the path. */
  readonly weight: number;
}

/**
 * Heaviest root-to-leaf way by the weights of its steps (not negative; a missing weight counts 0). Where ways are
 * equal, the step that comes first is taken, going back from the leaf. Steps on a cycle and behind it take no part.
 */
export function criticalPath(graph: StepGraph, weights: readonly number[]): CriticalPath {
  const total: number[] = [];
  const before: (number | undefined)[] = [];
  let end: number | undefined;
  for (const index of topologicalOrder(graph)) {
    const from = heaviest(graph.parents[index] ?? [], total);
    before[index] = from;
    total[index] = (from === undefined ? 0 : (total[from] ?? 0)) + (weights[index] ?? 0);
    if (graph.children[index]?.length === 0)
      end = heaviest(end === undefined ? [index] : [end, index], total);
  }
  const path: number[] = [];
  for (let at = end; at !== undefined; at = before[at]) path.push(at);
  return { path: path.reverse(), weight: end === undefined ? 0 : (total[end] ?? 0) };
}

function heaviest(candidates: readonly number[], total: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const index of candidates) {
    const ahead = best === undefined ? 1 : (total[index] ?? 0) - (total[best] ?? 0);
    if (ahead > 0 || (ahead === 0 && best !== undefined && index < best)) best = index;
  }
  return best;
}
