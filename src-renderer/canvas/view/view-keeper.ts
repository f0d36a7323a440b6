/**
 * Decides what of the graph is in view: fitted when a document is new, and until somebody moves it; kept where it is when
 * the structure changes a little; moved when something is to be seen that cannot be.
 */
import type { ReactFlowInstance, ReactFlowState } from '@xyflow/react';
import { firstView, fittedView, isInView, isWholeInView, viewOn } from '../../graph/viewport.ts';
import type { View } from '../../graph/viewport.ts';
import type { CanvasHandle } from '../canvas-commands.ts';
import type { ShownGraph } from '../shown/graph-store.ts';
import { keptView } from './kept-view.ts';

const SOFT_MS = 180;
/** Pixels at the lower border that the controls lie over. */
const CONTROLS = 52;

export type Flow = Pick<ReactFlowInstance<never>, 'setViewport' | 'zoomIn' | 'zoomOut' | 'zoomTo'>;
export type Pane = Pick<ReactFlowState, 'width' | 'height' | 'transform' | 'minZoom'>;

export class ViewKeeper {
  readonly #flow: Flow;
  readonly #pane: () => Pane;
  #shown: ShownGraph | null = null;
  /** Nobody has moved the view since it was fitted: it is fitted again when the pane gets another size. */
  #isFitted = true;

  constructor(flow: Flow, pane: () => Pane) {
    this.#flow = flow;
    this.#pane = pane;
  }

  /** To be called once React Flow has the cards of another graph, before they are painted. */
  show(shown: ShownGraph | null): void {
    const before = this.#shown;
    this.#shown = shown;
    if (shown === null || shown.layout === before?.layout) return;
    // Somebody moves cards: what he looks at stays under his hand.
    if (before !== null && shown.automatic === before.automatic && shown.load === before.load) return;
    const kept = isNew(shown, before) ? null : keptView(before, shown, this.#view(), this.#pane());
    if (kept === null || this.#hasOutgrown(shown, kept)) this.#fitFirst();
    else void this.#flow.setViewport(kept);
  }

  resize(): void {
    if (this.#isFitted) this.#fitFirst();
  }

  /** Somebody moved the view by hand. */
  moved(): void {
    this.#isFitted = false;
  }

  readonly handle: CanvasHandle = {
    fit: () => {
      if (this.#shown === null) return;
      const view = fittedView(this.#shown.layout, this.#pane(), this.#pane().minZoom);
      void this.#flow.setViewport(view, this.#softly());
    },
    zoomIn: () => void this.#flow.zoomIn(this.#softly()),
    zoomOut: () => void this.#flow.zoomOut(this.#softly()),
    zoomReset: () => void this.#flow.zoomTo(1, this.#softly()),
    reveal: (step) => {
      const place = this.#shown?.layout.places[this.#shown.model.ids.indexOf(step)];
      const view = this.#view();
      const { width, height } = this.#pane();
      const free = { width, height: height - CONTROLS };
      if (place === undefined || isInView(place, view, free)) return;
      void this.#flow.setViewport(viewOn(place, view, free), this.#softly());
    },
    focus: () => document.querySelector<HTMLElement>('#canvas')?.focus(),
  };

  /** A graph that somebody is only beginning to write is to stay in view as a whole. */
  #hasOutgrown({ layout }: ShownGraph, kept: View): boolean {
    const pane = this.#pane();
    return (
      this.#isFitted &&
      !isWholeInView(layout, kept, pane) &&
      isWholeInView(layout, firstView(layout, pane), pane)
    );
  }

  #fitFirst(): void {
    this.#isFitted = true;
    const pane = this.#pane();
    // A pane that is hidden has no size: it is fitted when it appears.
    if (this.#shown !== null && pane.width > 0)
      void this.#flow.setViewport(firstView(this.#shown.layout, pane));
  }

  #view(): View {
    const [x, y, zoom] = this.#pane().transform;
    return { x, y, zoom };
  }

  /** How a move is made that somebody asked for: softly, unless he does not want to see things move. */
  #softly(): { readonly duration: number } {
    this.#isFitted = false;
    return { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : SOFT_MS };
  }
}

function isNew(shown: ShownGraph, before: ShownGraph | null): boolean {
  return before === null || shown.load !== before.load || shown.layout.direction !== before.layout.direction;
}
