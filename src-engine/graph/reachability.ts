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

/** An edge from a parent to one of its children, by position. */
export interface SharedEdge {
  readonly from: number;
  readonly to: number;
}

/**
 * Siblings of a step: steps with exactly the same parents, of which there must be some. One edge for each shared parent,
 * as upstream answers the question.
 */
export function siblingEdges(graph: StepGraph, index: number): readonly SharedEdge[] {
  const parents = new Set(graph.parents[index]);
  if (parents.size === 0) return [];
  return graph.parents.flatMap((others, to) => {
    const isSibling =
      to !== index && others.length === parents.size && others.every((each) => parents.has(each));
    return isSibling ? others.map((from) => ({ from, to })) : [];
  });
}

function reachedFrom(next: readonly (readonly number[])[], start: number): readonly number[] {
  const reached = new Set(next[start]);
  // A set being walked also gives what is added on the way.
  for (const index of reached) for (const other of next[index] ?? []) reached.add(other);
  return [...reached];
}
