/** Cards that follow the hand. One drag is one entry of the undo stack, however long it is. */
import type { NodeChange } from '@xyflow/react';
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';
import { moveCards } from '../../store/positions.ts';
import { selectStep, useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import { moveAndRemember, nameOf, placesNow } from './move-cards.ts';

/** Where the cards were when the drag began, and where they are now; null while nothing is dragged. */
let moving: { readonly before: ReadonlyMap<string, Point | null>; readonly now: Map<string, Point> } | null =
  null;

/** A card that is taken hold of is selected, unless it is one of several that are. */
export function beginMovingOne(id: string, dragged: readonly { readonly id: string }[]): void {
  if (!useSelection.getState().steps.includes(id)) selectStep(id, 'canvas');
  beginMoving(dragged);
}

export function beginMoving(dragged: readonly { readonly id: string }[]): void {
  const { shown } = useGraph.getState();
  if (shown === null) return;
  moving = { before: placesNow(dragged.map(({ id }) => nameOf(shown, id))), now: new Map() };
}

export function moveWith(changes: readonly NodeChange[]): void {
  const { shown } = useGraph.getState();
  if (shown === null || moving === null) return;
  const places = new Map<string, Point>();
  for (const change of changes) {
    if (change.type === 'position' && change.position !== undefined)
      places.set(nameOf(shown, change.id), change.position);
  }
  if (places.size === 0) return;
  for (const [name, place] of places) moving.now.set(name, place);
  moveCards(shown.layout.direction, places);
}

export function endMoving(): void {
  const moved = moving;
  moving = null;
  if (moved !== null && moved.now.size > 0) moveAndRemember('Move cards', moved.now, moved.before);
}
