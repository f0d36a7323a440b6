/** The view after a change of structure: one card stays where it was on the screen, and the others move around it. */
import { anchoredView, isInView, nearestToMiddle } from '../../graph/viewport.ts';
import type { Size, View } from '../../graph/viewport.ts';
import { useSelection } from '../../store/selection.ts';
import type { ShownGraph } from '../shown/graph-store.ts';

/** Null when nothing of the graph before is left: then there is nothing to keep. */
export function keptView(before: ShownGraph | null, shown: ShownGraph, view: View, pane: Size): View | null {
  if (before === null || before.model.ids.length === 0) return null;
  const positions = new Map(shown.model.ids.map((id, index) => [id, index]));
  const anchor =
    seenSelection(before, view, pane, positions) ??
    nearestToMiddle(before.layout.places, view, pane, (index) =>
      positions.has(before.model.ids[index] ?? ''),
    );
  if (anchor === null) return null;
  const from = before.layout.places[anchor];
  const to = shown.layout.places[positions.get(before.model.ids[anchor] ?? '') ?? -1];
  return from === undefined || to === undefined ? null : anchoredView(view, from, to);
}

/** What is selected is what one looks at, as long as it can be seen. */
function seenSelection(
  { model, layout }: ShownGraph,
  view: View,
  pane: Size,
  positions: ReadonlyMap<string, number>,
): number | null {
  const { step } = useSelection.getState();
  if (step === null || !positions.has(step)) return null;
  const index = model.ids.indexOf(step);
  const place = layout.places[index];
  return place !== undefined && isInView(place, view, pane) ? index : null;
}
