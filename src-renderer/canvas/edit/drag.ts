/** One drag of the pointer, from the press until it is let go or given up. Near the border of the graph the view moves on. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';

export interface Drag {
  readonly onMove: (pointer: Point) => void;
  /** Let go. */
  readonly onDrop: (pointer: Point) => void;
  /** Given up with Escape, or taken away. */
  readonly onCancel: () => void;
}

/** Pixels from the border within which the view moves, and how far with each frame at most. */
const BORDER = 36;
const SPEED = 14;

export function startDrag(
  drag: Drag,
  flow: Pick<ReactFlowInstance<never>, 'getViewport' | 'setViewport'>,
): void {
  let pointer: Point | null = null;
  const control = new AbortController();
  const { signal } = control;
  const pan = (): void => {
    if (signal.aborted) return;
    const move = pointer === null ? null : panFor(pointer);
    if (move !== null && pointer !== null) {
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + move.x, y: y + move.y, zoom });
      drag.onMove(pointer);
    }
    requestAnimationFrame(pan);
  };
  const options = { signal, capture: true };
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      pointer = { x: clientX, y: clientY };
      drag.onMove(pointer);
    },
    options,
  );
  const end = (finish: () => void): void => {
    control.abort();
    finish();
  };
  window.addEventListener(
    'pointerup',
    ({ clientX: x, clientY: y }) => end(() => drag.onDrop({ x, y })),
    options,
  );
  window.addEventListener('pointercancel', () => end(drag.onCancel), options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(drag.onCancel);
    },
    options,
  );
  requestAnimationFrame(pan);
}

/** Null where the view stays; outside of the graph it stays as well. */
function panFor({ x, y }: Point): Point | null {
  const box = document.querySelector('#canvas')?.getBoundingClientRect();
  if (box === undefined || x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
  const move = { x: pull(x - box.left, box.right - x), y: pull(y - box.top, box.bottom - y) };
  return move.x === 0 && move.y === 0 ? null : move;
}

function pull(before: number, after: number): number {
  if (before < BORDER) return (SPEED * (BORDER - before)) / BORDER;
  return after < BORDER ? (-SPEED * (BORDER - after)) / BORDER : 0;
}
