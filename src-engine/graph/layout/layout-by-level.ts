/**
 * The simple layout: a row for each level, in the order of the text, in linear time. Taken when the other one was
 * cancelled or cannot run. Long edges go behind the cards in their way.
 */
import { levelsOf, topologicalOrder } from '../levels.ts';
import { stepGraphOfEdges } from '../step-graph.ts';
import type { GraphShape } from './layout-types.ts';
import type { Direction, GraphLayout, Point } from './layout-types.ts';
import { CARD, GAP } from './layout-types.ts';

export function layoutByLevel({ count, edges }: GraphShape, direction: Direction): GraphLayout {
  const graph = stepGraphOfEdges(
    Array.from({ length: count }, (_, index) => String(index)),
    edges.filter(([from, to]) => from !== to),
  );
  const levels = levelsOf(graph, topologicalOrder(graph));
  const widths: number[] = [];
  const across = levels.map((level) => {
    const taken = widths[level] ?? 0;
    widths[level] = taken + 1;
    return taken;
  });
  const widest = Math.max(0, ...widths);
  const step =
    direction === 'down'
      ? { across: CARD.width + GAP.beside, along: CARD.height + GAP.between }
      : { across: CARD.height + GAP.beside, along: CARD.width + GAP.between };
  const places = levels.map((level, index): Point => {
    const indent = (widest - (widths[level] ?? 0)) / 2;
    const [a, b] = [((across[index] ?? 0) + indent) * step.across, level * step.along];
    return direction === 'down' ? { x: a, y: b } : { x: b, y: a };
  });
  return {
    direction,
    places,
    bends: edges.map(() => []),
    width: Math.max(0, ...places.map(({ x }) => x + CARD.width)),
    height: Math.max(0, ...places.map(({ y }) => y + CARD.height)),
  };
}
