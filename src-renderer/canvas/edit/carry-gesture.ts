/** Carrying a new step from the palette: onto nothing, onto a step whose child it is to be, or into an edge. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';
import type { NewStepKind } from '../../graph/new-step.ts';
import type { DropTarget } from '../../store/canvas-edit.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import { startDrag } from './drag.ts';
import { moveAndRemember, nameOf } from './move-cards.ts';
import { targetAt } from './pointer-targets.ts';
import { addStep, insertStep } from './step-edits.ts';

type Flow = Pick<ReactFlowInstance<never>, 'getViewport' | 'setViewport' | 'screenToFlowPosition'>;

const CLICK = 4;

/** A click instead adds the step to what is selected. */
export function startCarrying(kind: NewStepKind, pressed: Point, flow: Flow): void {
  let hasMoved = false;
  startDrag(
    {
      onMove: (pointer) => {
        hasMoved ||= Math.hypot(pointer.x - pressed.x, pointer.y - pressed.y) > CLICK;
        if (hasMoved)
          useCanvasEdit.setState({ carried: { kind, pointer, over: targetAt(pointer.x, pointer.y) } });
      },
      onDrop: (pointer) => {
        useCanvasEdit.setState({ carried: null });
        if (hasMoved)
          void drop(kind, targetAt(pointer.x, pointer.y), flow.screenToFlowPosition({ ...pointer }));
        else void addToSelected(kind);
      },
      onCancel: () => useCanvasEdit.setState({ carried: null }),
    },
    flow,
  );
}

export function addToSelected(kind: NewStepKind): Promise<string | null> {
  return addStep(kind, useSelection.getState().steps);
}

/** @param place Where the middle of its card is to be. */
export async function addAt(kind: NewStepKind, place: Point): Promise<void> {
  const id = await addStep(kind, []);
  const { shown } = useGraph.getState();
  if (id === null || shown === null || shown.model.ids.length < 2) return;
  const corner = { x: Math.round(place.x - CARD.width / 2), y: Math.round(place.y - CARD.height / 2) };
  moveAndRemember('Place the step', new Map([[nameOf(shown, id), corner]]));
}

async function drop(kind: NewStepKind, target: DropTarget, place: Point): Promise<void> {
  if (target.kind === 'step') await addStep(kind, [target.id]);
  if (target.kind === 'edge') await insertStep(kind, target.from, target.to);
  if (target.kind === 'pane') await addAt(kind, place);
}
