/** Builders of what the canvas is given, and of any graph at all. */
import fc from 'fast-check';
import type { StepNode, TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import type { GraphShape } from '../../../src-renderer/graph/graph-model.ts';
import type { Direction, GraphLayout } from '../../../src-renderer/graph/layout/layout-types.ts';
import { CARD } from '../../../src-renderer/graph/layout/layout-types.ts';

const NOWHERE = { offset: 0, length: 0 };

export function stepNode(name: string, index: number, rest: Partial<StepNode> = {}): StepNode {
  const path = `/step_templates/${index}`;
  return { id: name, name, level: 0, path, nameRange: NOWHERE, stepRange: NOWHERE, ...rest };
}

/** @param parents For each step, in order, the steps it waits for. */
export function viewOf(
  parents: Readonly<Record<string, readonly string[]>>,
  rest: Partial<TemplateView> = {},
): TemplateView {
  return {
    isValid: true,
    isBroken: false,
    environments: [],
    problems: [],
    steps: Object.keys(parents).map((name, index) => stepNode(name, index)),
    edges: Object.entries(parents).flatMap(([to, list]) => list.map((from) => ({ from, to }))),
    cycles: [],
    criticalPath: [],
    ...rest,
  };
}

export function shapeOf(count: number, ...edges: (readonly [number, number])[]): GraphShape {
  return { count, edges };
}

export const anyDirection = fc.constantFrom<Direction>('down', 'right');

/** Cycles and steps that wait for themselves included, and steps without any edge. */
export const anyShape: fc.Arbitrary<GraphShape> = fc.integer({ min: 1, max: 30 }).chain((count) =>
  fc
    .uniqueArray(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), {
      maxLength: count * 2,
      selector: ([from, to]) => `${from}>${to}`,
    })
    .map((edges) => ({ count, edges })),
);

/** Edges lead from lower to higher positions only. */
export const anyAcyclicShape: fc.Arbitrary<GraphShape> = anyShape.map(({ count, edges }) => ({
  count,
  edges: edges.filter(([from, to]) => from < to),
}));

/** Pairs of cards that lie on one another. */
export function overlaps({ places }: GraphLayout): readonly (readonly [number, number])[] {
  return places.flatMap((one, index) =>
    places
      .slice(index + 1)
      .flatMap((other, rest) =>
        Math.abs(one.x - other.x) < CARD.width && Math.abs(one.y - other.y) < CARD.height
          ? [[index, index + 1 + rest] as const]
          : [],
      ),
  );
}
