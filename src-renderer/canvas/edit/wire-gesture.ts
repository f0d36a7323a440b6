/** Drawing an edge from a handle to a step, or moving one end of an edge that is there. */
import type { ReactFlowInstance } from '@xyflow/react';
import { refusalInWords, refusedConnection } from '../../../src-engine/graph/connection.ts';
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';
import type { Wire } from '../../store/canvas-edit.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { notify } from '../../store/notices.ts';
import { useGraph } from '../shown/graph-store.ts';
import { startDrag } from './drag.ts';
import { targetAt } from './pointer-targets.ts';
import { addStep, connect, reconnect } from './step-edits.ts';

type Start = Pick<Wire, 'fixed' | 'fixedEnd' | 'original'>;

/** Below this many pixels it was a click. */
const CLICK = 4;

/** Begins at a pressed handle. False when the pressed element is none. */
export function startWire(
  element: Element,
  pressed: Point,
  flow: Pick<ReactFlowInstance<never>, 'getViewport' | 'setViewport' | 'screenToFlowPosition'>,
): boolean {
  const start = startOf(element);
  if (start === null) return false;
  let hasMoved = false;
  startDrag(
    {
      onMove: (pointer) => {
        hasMoved ||= Math.hypot(pointer.x - pressed.x, pointer.y - pressed.y) > CLICK;
        if (hasMoved) show(start, pointer, flow.screenToFlowPosition({ ...pointer }));
      },
      onDrop: (pointer) => {
        const { wire } = useCanvasEdit.getState();
        useCanvasEdit.setState({ wire: null });
        if (wire !== null) drop(wire, pointer);
      },
      onCancel: () => useCanvasEdit.setState({ wire: null }),
    },
    flow,
  );
  return true;
}

function startOf(element: Element): Start | null {
  const handle = element.closest<HTMLElement | SVGElement>('[data-handle]');
  if (handle === null) return null;
  const { handle: end, from, to, step } = handle.dataset;
  if (from !== undefined && to !== undefined)
    return end === 'child'
      ? { fixed: from, fixedEnd: 'parent', original: { from, to } }
      : { fixed: to, fixedEnd: 'child', original: { from, to } };
  // A new edge out of the lower handle has the step as its parent.
  return step === undefined ? null : { fixed: step, fixedEnd: end === 'out' ? 'parent' : 'child' };
}

function show(start: Start, pointer: Point, place: Point): void {
  const target = targetAt(pointer.x, pointer.y);
  const over = target.kind === 'step' ? target.id : null;
  const before = useCanvasEdit.getState().wire;
  const refusal = before !== null && before.over === over ? before.refusal : refusalOver(start, over);
  useCanvasEdit.setState({ wire: { ...start, pointer: place, over, refusal } });
}

/** What the drop would mean: an edge by its ends. */
function edgeOf({ fixed, fixedEnd }: Start, other: string): { readonly from: string; readonly to: string } {
  return fixedEnd === 'parent' ? { from: fixed, to: other } : { from: other, to: fixed };
}

function refusalOver(start: Start, over: string | null): string | null {
  const { shown } = useGraph.getState();
  if (over === null || shown === null || isOriginal(start, over)) return null;
  const { from, to } = edgeOf(start, over);
  // An edge that is moved does not stand in its own way.
  const { original } = start;
  const edges = shown.model.edges.filter((edge) => edge.from !== original?.from || edge.to !== original.to);
  const refusal = refusedConnection(edges, from, to);
  return refusal === null ? null : refusalInWords(refusal, from, to);
}

function isOriginal(start: Start, over: string): boolean {
  const { original } = start;
  const { from, to } = edgeOf(start, over);
  return original !== undefined && original.from === from && original.to === to;
}

function drop(wire: Wire, pointer: Point): void {
  const { over, refusal, original } = wire;
  if (over === null) {
    // Let go over nothing, a new edge makes its step.
    const isNewChild = original === undefined && wire.fixedEnd === 'parent';
    if (isNewChild && targetAt(pointer.x, pointer.y).kind === 'pane') void addStep('step', [wire.fixed]);
    return;
  }
  if (refusal !== null) {
    notify({ kind: 'error', title: 'They cannot be connected', detail: refusal });
    return;
  }
  if (isOriginal(wire, over)) return;
  const edge = edgeOf(wire, over);
  if (original === undefined) void connect(edge.from, edge.to);
  else void reconnect(original, edge);
}
