/** What pressing and double clicking mean on the graph. */
import { useReactFlow } from '@xyflow/react';
import type { MouseEvent, PointerEvent } from 'react';
import { startNaming } from '../../store/canvas-edit.ts';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { selectEdge } from '../../store/selection.ts';
import { addAt } from './carry-gesture.ts';
import { targetOf } from './pointer-targets.ts';
import { insertStep } from './step-edits.ts';
import { startWire } from './wire-gesture.ts';

export interface PointerHandlers {
  readonly onPointerDownCapture: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

export function usePointer(): PointerHandlers {
  const flow = useReactFlow<never>();
  return {
    onPointerDownCapture: ({ button, target, clientX: x, clientY: y }) => {
      if (button === 0 && target instanceof Element && !isLocked()) startWire(target, { x, y }, flow);
    },
    onClick: ({ target }) => {
      const met = target instanceof Element ? targetOf(target) : null;
      if (met?.kind === 'edge' && !isTool(target)) selectEdge({ from: met.from, to: met.to });
    },
    onDoubleClick: ({ target, clientX: x, clientY: y }) => {
      if (!(target instanceof Element) || isTool(target) || isLocked()) return;
      const met = targetOf(target);
      if (met.kind === 'step') startNaming(met.id);
      if (met.kind === 'edge') void insertStep('step', met.from, met.to);
      if (met.kind === 'pane') void addAt('step', flow.screenToFlowPosition({ x, y }));
    },
  };
}

const isLocked = (): boolean => isUnderWay(useRun.getState());

/** Controls and fields over the graph, and the ends of an edge, have their own ways. */
function isTool(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('.react-flow__panel, .react-flow__minimap, button, input, [data-handle]') !== null
  );
}
