/** Which part of the graph is in view: fitted when a document is new, moved when something is selected elsewhere. */
import type { ReactFlowInstance } from '@xyflow/react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { CARD } from '../../graph/layout-types.ts';
import { useSelection } from '../../store/selection.ts';
import { connectCanvas } from '../canvas-commands.ts';
import type { ShownGraph } from '../shown/graph-store.ts';
import { useGraph } from '../shown/graph-store.ts';

const QUICK_MS = 160;
const PADDING = 0.12;
/** Below this nothing can be read: a graph that large is shown from its beginning instead. */
const READABLE = 0.4;
const START_ZOOM = 0.75;
const MARGIN = 40;

export function useCanvasView(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    let frame = 0;
    const look = (now: ShownGraph | null, before: ShownGraph | null): void => {
      const isNew = now?.load !== before?.load || now?.layout.direction !== before?.layout.direction;
      if (now === null || !isNew) return;
      cancelAnimationFrame(frame);
      // With the next frame the nodes of the new document are React Flow's.
      frame = requestAnimationFrame(() => showStart(now, flow, store.getState()));
    };
    look(useGraph.getState().shown, null);
    const leave = useGraph.subscribe(({ shown }, before) => look(shown, before.shown));
    return () => {
      cancelAnimationFrame(frame);
      leave();
    };
  }, [flow, store]);

  useEffect(
    () =>
      useSelection.subscribe(({ step, by, turn }, before) => {
        if (step === null || by === 'canvas' || turn === before.turn) return;
        const place = placeOf(step);
        const { width, height, transform } = store.getState();
        const [x, y, zoom] = transform;
        if (place === null || isInView(place, { x, y, zoom, width, height })) return;
        void flow.setCenter(place.x + CARD.width / 2, place.y + CARD.height / 2, {
          zoom,
          duration: QUICK_MS,
        });
      }),
    [flow, store],
  );

  useEffect(
    () =>
      connectCanvas({
        fit: () => void flow.fitView({ padding: PADDING, maxZoom: 1, duration: QUICK_MS }),
        zoomIn: () => void flow.zoomIn({ duration: QUICK_MS }),
        zoomOut: () => void flow.zoomOut({ duration: QUICK_MS }),
        zoomReset: () => void flow.zoomTo(1, { duration: QUICK_MS }),
        focus: () => document.querySelector<HTMLElement>('#canvas')?.focus(),
      }),
    [flow],
  );
}

function showStart(
  { layout }: ShownGraph,
  flow: ReactFlowInstance,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const zoom = Math.min(
    width / (layout.width * (1 + 2 * PADDING)),
    height / (layout.height * (1 + 2 * PADDING)),
  );
  if (zoom >= READABLE) void flow.fitView({ padding: PADDING, maxZoom: 1 });
  else void flow.setViewport(startOf(layout, width, height));
}

function placeOf(step: string): { readonly x: number; readonly y: number } | null {
  const { shown } = useGraph.getState();
  const index = shown?.model.ids.indexOf(step) ?? -1;
  return shown?.layout.places[index] ?? null;
}

/** The middle of the first row, at the upper or left border. */
function startOf({ direction, width, height }: ShownGraph['layout'], viewWidth: number, viewHeight: number) {
  const zoom = START_ZOOM;
  return direction === 'down'
    ? { x: viewWidth / 2 - (width / 2) * zoom, y: MARGIN, zoom }
    : { x: MARGIN, y: viewHeight / 2 - (height / 2) * zoom, zoom };
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

function isInView(place: { readonly x: number; readonly y: number }, view: View): boolean {
  const left = place.x * view.zoom + view.x;
  const top = place.y * view.zoom + view.y;
  return (
    left >= 0 &&
    top >= 0 &&
    left + CARD.width * view.zoom <= view.width &&
    top + CARD.height * view.zoom <= view.height
  );
}
