/** Which steps lie before and behind a step, however far. */
import type { StepGraph } from './step-graph.ts';

/** Every step that has to be done before `index`, nearest first; the step itself only when it lies on a cycle. */
export function ancestorsOf(graph: StepGraph, index: number): readonly number[] {
  return reachedFrom(graph.parents, index);
}

/** Every step that waits for `index`, nearest first; the step itself only when it lies on a cycle. */
export function descendantsOf(graph: StepGraph, index: number): readonly number[] {
  return reachedFrom(graph.children, index);
}

function reachedFrom(next: readonly (readonly number[])[], start: number): readonly number[] {
  const reached = new Set(next[start]);
  // A set being walked also gives what is added on the way.
  for (const index of reached) for (const other of next[index] ?? []) reached.add(other);
  return [...reached];
}
