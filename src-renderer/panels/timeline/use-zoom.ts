/** Which part of the axis is in sight, and how that is changed. */
import { useState } from 'react';

export interface Zoom {
  readonly view: { readonly from: number; readonly to: number };
  readonly isWhole: boolean;
  /** A factor below 1 shows less, larger. `at`: share of the width that stays where it is; default the middle. */
  by(factor: number, at?: number): void;
  /** By a share of what is in sight. */
  pan(share: number): void;
  show(from: number, to: number): void;
  reset(): void;
}

const SMALLEST = 1e-4;

export function useZoom(length: number): Zoom {
  // Shares of the axis: a run that goes on stays in sight as a whole.
  const [{ from, to }, set] = useState({ from: 0, to: 1 });
  const put = (start: number, size: number): void => {
    const width = Math.min(1, Math.max(SMALLEST, size));
    const left = Math.min(1 - width, Math.max(0, start));
    set({ from: left, to: left + width });
  };
  return {
    view: { from: from * length, to: to * length },
    isWhole: from === 0 && to === 1,
    by: (factor, at = 0.5) => put(from + (to - from) * at * (1 - factor), (to - from) * factor),
    pan: (share) => put(from + (to - from) * share, to - from),
    show: (start, end) => put(start / length, (end - start) / length),
    reset: () => set({ from: 0, to: 1 }),
  };
}
