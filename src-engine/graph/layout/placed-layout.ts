/** A layout in which some cards were moved by hand: they stand where they were put, the others where the layout has them. Pure. */
import type { GraphLayout, GraphShape, Point } from './layout-types.ts';
import { CARD } from './layout-types.ts';

/** @param moved For each step, in the order of the shape, its place; undefined where nobody moved it. */
export function placedLayout(
  layout: GraphLayout,
  { edges }: GraphShape,
  moved: readonly (Point | undefined)[],
): GraphLayout {
  if (moved.every((place) => place === undefined)) return layout;
  const places = layout.places.map((place, index) => moved[index] ?? place);
  // A way between rows means nothing any more once one of its ends has left its row.
  const bends = layout.bends.map((points, index) => {
    const [from = -1, to = -1] = edges[index] ?? [];
    return moved[from] === undefined && moved[to] === undefined ? points : [];
  });
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  return {
    direction: layout.direction,
    places,
    bends,
    origin: { x: left, y: top },
    width: Math.max(...places.map(({ x }) => x + CARD.width)) - left,
    height: Math.max(...places.map(({ y }) => y + CARD.height)) - top,
  };
}
