/** Graphs to test with: written by hand, long chains, and random ones. */
import * as fc from 'fast-check';
import type { GraphStep } from '../../src-engine/graph/step-graph.ts';

export function stepsOf(graph: Readonly<Record<string, readonly string[]>>): readonly GraphStep[] {
  return Object.entries(graph).map(([name, dependsOn]) => ({ name, dependsOn }));
}

/** `s0 ← s1 ← s2 …`, each step depending on the one before. */
export function chain(length: number): readonly GraphStep[] {
  return Array.from({ length }, (_, index) => ({
    name: `s${index}`,
    dependsOn: index === 0 ? [] : [`s${index - 1}`],
  }));
}

/** Up to nine steps in any order, with any dependencies among them; self-dependencies only when cycles are allowed. */
export function graphs({ acyclic }: { readonly acyclic: boolean }): fc.Arbitrary<readonly GraphStep[]> {
  return fc
    .integer({ min: 0, max: 9 })
    .chain((size) =>
      fc.tuple(
        fc.shuffledSubarray(
          Array.from({ length: size }, (_, index) => index),
          { minLength: size },
        ),
        fc.array(fc.tuple(fc.nat({ max: Math.max(0, size - 1) }), fc.nat({ max: Math.max(0, size - 1) })), {
          maxLength: size * 2,
        }),
      ),
    )
    .map(([order, pairs]) =>
      order.map((step) => ({
        name: `s${step}`,
        dependsOn: [
          ...new Set(
            pairs
              .filter(([child, parent]) => child === step && (!acyclic || parent < child))
              .map(([, parent]) => `s${parent}`),
          ),
        ],
      })),
    );
}
