/** Dependency cycles of a template, found without recursion so that a chain of thousands of steps does no harm. */
import type { GraphStep } from './step-graph.ts';
import { buildStepGraph } from './step-graph.ts';

/** One step on the way down, and the parent to look at next. */
interface Visit {
  readonly at: number;
  next: number;
}

/**
 * Each cycle as a closed path along the dependencies, `[a, a]` or `[a, b, a]`; empty when there is none. Of cycles
 * that share a step only the first is told: a dense knot has more cycles than anyone can read, or than fit in memory.
 */
export function findCycles(steps: readonly GraphStep[]): readonly (readonly string[])[] {
  const { names, parents } = buildStepGraph(steps);
  return findIndexCycles(parents).map((cycle) => cycle.map((index) => names[index] ?? ''));
}

/** The same on positions. */
export function findIndexCycles(parents: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const cycles: number[][] = [];
  const told = new Set<number>();
  const seen = new Set<number>();
  for (const root of parents.keys()) {
    if (seen.has(root)) continue;
    for (const cycle of cyclesBelow(root, parents, seen)) {
      if (cycle.some((index) => told.has(index))) continue;
      for (const index of cycle) told.add(index);
      cycles.push([...cycle, ...cycle.slice(0, 1)]);
    }
  }
  return cycles;
}

/** Walks down from `root` and gives, for each edge back onto the way, the part of the way that it closes. */
function* cyclesBelow(
  root: number,
  parents: readonly (readonly number[])[],
  seen: Set<number>,
): Generator<readonly number[]> {
  const way: Visit[] = [{ at: root, next: 0 }];
  const depth = new Map([[root, 0]]);
  seen.add(root);
  for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
    const parent = parents[top.at]?.[top.next++];
    if (parent === undefined) {
      depth.delete(top.at);
      way.pop();
      continue;
    }
    const start = depth.get(parent);
    if (start !== undefined) yield way.slice(start).map(({ at }) => at);
    if (seen.has(parent)) continue;
    seen.add(parent);
    depth.set(parent, way.length);
    way.push({ at: parent, next: 0 });
  }
}
