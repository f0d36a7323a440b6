/** Keeps the graph in step with the document: a new structure is laid out, new words appear at once. */
import { buildGraphModel } from '../../graph/graph-model.ts';
import type { GraphModel } from '../../graph/graph-model.ts';
import { layoutKey } from '../../graph/layout-types.ts';
import { useDocument } from '../../store/document.ts';
import type { DocumentState } from '../../store/document.ts';
import { usePreferences } from '../../store/preferences.ts';
import { useGraph } from './graph-store.ts';
import { LayoutClient } from './layout-client.ts';

const client = new LayoutClient(
  () => new Worker(new URL('../../graph/layout.worker.ts', import.meta.url), { type: 'module' }),
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
  ];
  return () => leave.forEach((each) => each());
}

/** Takes the simple layout in the place of the one that is being computed. */
export function stopWaiting(): void {
  client.cancel();
}

function show({ view, load, isOpen }: DocumentState): void {
  const { shown } = useGraph.getState();
  const isSameDocument = shown?.load === load;
  if (!isOpen || (!isSameDocument && view.steps.length === 0 && view.problems.length === 0)) {
    // Opened a moment ago, and not parsed yet.
    if (!isSameDocument) useGraph.setState({ shown: null, isStale: false });
    return;
  }
  if (view.isBroken && isSameDocument && shown.model.ids.length > 0) {
    useGraph.setState({ isStale: true });
    return;
  }
  arrange(buildGraphModel(view, isSameDocument ? shown.model : null), load);
}

function arrange(model: GraphModel, load: number): void {
  const { shown } = useGraph.getState();
  const { direction } = usePreferences.getState();
  const isLaidOut =
    shown?.load === load &&
    layoutKey(shown.model.shape, shown.layout.direction) === layoutKey(model.shape, direction);
  if (isLaidOut) {
    useGraph.setState({ shown: { ...shown, model }, isStale: false });
    return;
  }
  useGraph.setState({ isWorking: true, isStale: false });
  client.request(model.shape, direction, (layout) =>
    useGraph.setState({ shown: { model, layout, load }, isWorking: false }),
  );
}
