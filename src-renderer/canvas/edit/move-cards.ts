/** Moves cards by hand, as one entry of the undo stack. The template knows nothing of it. */
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';
import { loadEditor } from '../../editor/load-editor.ts';
import { remember } from '../../editor/editor-commands.ts';
import type { Alignment } from '../../graph/arrange.ts';
import { aligned, distributed, tidied } from '../../graph/arrange.ts';
import { moveCards, usePositions } from '../../store/positions.ts';
import { useSelection } from '../../store/selection.ts';
import type { ShownGraph } from '../shown/graph-store.ts';
import { useGraph } from '../shown/graph-store.ts';

type Places = ReadonlyMap<string, Point | null>;

/** @param before Where the cards were; default: where they are now. */
export function moveAndRemember(
  title: string,
  after: Places,
  before: Places = placesNow([...after.keys()]),
): void {
  const { shown } = useGraph.getState();
  if (shown === null) return;
  const { direction } = shown.layout;
  moveCards(direction, after);
  const step = {
    title,
    undo: () => moveCards(direction, before),
    redo: () => moveCards(direction, after),
  };
  void loadEditor().then(
    () => remember(step),
    () => {},
  );
}

/** Null for cards the layout places. */
export function placesNow(names: readonly string[]): Places {
  const { shown } = useGraph.getState();
  const moved = shown === null ? new Map<string, Point>() : usePositions.getState()[shown.layout.direction];
  return new Map(names.map((name) => [name, moved.get(name) ?? null]));
}

export function align(alignment: Alignment): void {
  arrangeSelected('Align cards', (places) => aligned(places, alignment));
}

export function distribute(along: 'x' | 'y'): void {
  arrangeSelected('Distribute cards', (places) => distributed(places, along));
}

export function nudge(dx: number, dy: number): void {
  arrangeSelected('Move cards', (places) => places.map(({ x, y }) => ({ x: x + dx, y: y + dy })));
}

/** The selected cards; without a selection of several, all that were moved by hand. */
export function tidy(): void {
  const { shown } = useGraph.getState();
  if (shown === null) return;
  const moved = usePositions.getState()[shown.layout.direction];
  const selected = new Set(useSelection.getState().steps);
  const isMeant = (id: string): boolean =>
    selected.size > 1 ? selected.has(id) : moved.has(nameOf(shown, id));
  arrange('Tidy up', shown.model.ids.filter(isMeant), (places, others) => tidied(places, others));
}

/** Gives all cards back to the automatic layout. */
export function layOutAll(): void {
  const { shown } = useGraph.getState();
  if (shown === null) return;
  const names = [...usePositions.getState()[shown.layout.direction].keys()];
  if (names.length > 0) moveAndRemember('Lay out automatically', new Map(names.map((name) => [name, null])));
}

export function nameOf(shown: ShownGraph, id: string): string {
  return shown.model.steps.get(id)?.name ?? id;
}

type Arrange = (places: readonly Point[], others: readonly Point[]) => readonly Point[];

function arrangeSelected(title: string, work: Arrange): void {
  arrange(title, useSelection.getState().steps, work);
}

function arrange(title: string, ids: readonly string[], work: Arrange): void {
  const { shown } = useGraph.getState();
  if (shown === null || ids.length === 0) return;
  const meant = new Set(ids);
  const placeOf = (id: string): Point | undefined => shown.layout.places[shown.model.ids.indexOf(id)];
  const cards = ids.flatMap((id) => {
    const place = placeOf(id);
    return place === undefined ? [] : [{ name: nameOf(shown, id), place }];
  });
  const others = shown.layout.places.filter((_, index) => !meant.has(shown.model.ids[index] ?? ''));
  const places = work(
    cards.map(({ place }) => place),
    others,
  );
  moveAndRemember(
    title,
    new Map(cards.map(({ name, place }, index) => [name, { ...(places[index] ?? place) }])),
  );
}
