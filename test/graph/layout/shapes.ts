/** Builders of what a layout is made of, and of any graph at all. */
import fc from 'fast-check';
import type { Direction, GraphLayout, GraphShape } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';

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
