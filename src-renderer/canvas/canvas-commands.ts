/** What the canvas can be told from elsewhere. Nothing happens while no canvas is on the screen. */

export interface CanvasHandle {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomReset: () => void;
  readonly focus: () => void;
  /** Brings a step into view, unless it can be seen already. */
  readonly reveal: (step: string) => void;
}

let mounted: CanvasHandle | null = null;

/** Called by the canvas as it appears; the answer is to be called as it goes. */
export function connectCanvas(handle: CanvasHandle): () => void {
  mounted = handle;
  return () => {
    if (mounted === handle) mounted = null;
  };
}

/** Brings the whole graph into view, or its beginning when it is too large for that. */
export const fit = (): void => mounted?.fit();
export const zoomIn = (): void => mounted?.zoomIn();
export const zoomOut = (): void => mounted?.zoomOut();
export const zoomReset = (): void => mounted?.zoomReset();
export const reveal = (step: string): void => mounted?.reveal(step);
export const focus = (): void => mounted?.focus();
