/** Keeps the graph in step with the document: a new structure is laid out, new words appear at once. */
import { buildGraphModel } from '../../graph/graph-model.ts';
import type { GraphModel } from '../../graph/graph-model.ts';
import { placedLayout } from '../../../src-engine/graph/layout/placed-layout.ts';
import type { GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutKey } from '../../../src-engine/graph/layout/layout-types.ts';
import { EMPTY_VIEW, useDocument } from '../../store/document.ts';
import type { DocumentState } from '../../store/document.ts';
import { usePositions } from '../../store/positions.ts';
import { usePreferences } from '../../store/preferences.ts';
import type { ShownGraph } from './graph-store.ts';
import { useGraph } from './graph-store.ts';
import { LayoutClient } from './layout-client.ts';

const client = new LayoutClient(
  () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
);

/** Until the returned function is called. */
export function followDocument(): () => void {
  const update = (): void => show(useDocument.getState());
  update();
  const leave = [
    useDocument.subscribe((state, before) => {
      if (state.view !== before.view || state.load !== before.load) update();
    }),
    usePreferences.subscribe((state, before) => {
      if (state.direction !== before.direction) update();
    }),
    usePositions.subscribe(placeAgain),
  ];
  return () => leave.forEach((each) => each());
}

/** Takes the simple layout in the place of the one that is being computed. */
export function stopWaiting(): void {
  client.cancel();
}

/** Computes what was not waited for after all. */
export function layOutAgain(): void {
  const { shown } = useGraph.getState();
  if (shown !== null) order(shown.model, shown.load);
}

function show({ view, load }: DocumentState): void {
  const { shown } = useGraph.getState();
  const own = shown?.load === load ? shown : null;
  if (view === EMPTY_VIEW) {
    // Opened a moment ago, and not read yet. A layout of the document before is not wanted any more.
    stopWorking();
    if (own === null) useGraph.setState({ shown: null, isStale: false });
  } else if (view.isBroken && own !== null && own.model.ids.length > 0) {
    useGraph.setState({ isStale: true });
  } else {
    useGraph.setState({ isStale: view.isBroken && view.steps.length > 0 });
    arrange(buildGraphModel(view, own?.model ?? null), load);
  }
}

function arrange(model: GraphModel, load: number): void {
  const { shown } = useGraph.getState();
  const { direction } = usePreferences.getState();
  const isLaidOut =
    shown?.load === load &&
    layoutKey(shown.model.shape, shown.layout.direction) === layoutKey(model.shape, direction);
  if (!isLaidOut) {
    order(model, load);
    return;
  }
  stopWorking();
  useGraph.setState({ shown: shownGraph(model, shown.automatic, shown.isSimple, load) });
}

function shownGraph(model: GraphModel, automatic: GraphLayout, isSimple: boolean, load: number): ShownGraph {
  const moved = usePositions.getState()[automatic.direction];
  const places = model.ids.map((id) => moved.get(model.steps.get(id)?.name ?? id));
  const placed = placedLayout(automatic, model.shape, places);
  const before = useGraph.getState().shown?.layout;
  // The same places are the same object: nothing is drawn anew for a change of words.
  const layout = before !== undefined && sameLayout(before, placed) ? before : placed;
  return { model, automatic, layout, isSimple, load };
}

function sameLayout(one: GraphLayout, other: GraphLayout): boolean {
  return (
    one === other ||
    (one.direction === other.direction &&
      sameItems(one.bends, other.bends) &&
      one.places.length === other.places.length &&
      one.places.every(({ x, y }, index) => x === other.places[index]?.x && y === other.places[index]?.y))
  );
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Cards were moved, or given back to the layout. */
function placeAgain(): void {
  const { shown } = useGraph.getState();
  if (shown === null) return;
  useGraph.setState({ shown: shownGraph(shown.model, shown.automatic, shown.isSimple, shown.load) });
}

function order(model: GraphModel, load: number): void {
  useGraph.setState({ working: model.ids.length });
  client.request(model.shape, usePreferences.getState().direction, (layout, isSimple) =>
    useGraph.setState({ shown: shownGraph(model, layout, isSimple, load), working: null }),
  );
}

function stopWorking(): void {
  client.forget();
  useGraph.setState({ working: null });
}
