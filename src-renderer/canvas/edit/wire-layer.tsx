/** The edge that is being drawn, the ends of the selected edge to take hold of, and what can be done with it. */
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { Plus, Trash2 } from 'lucide-react';
import { edgePath } from '../../../src-engine/graph/layout/edge-path.ts';
import type { GraphLayout, Point } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import type { SelectedEdge } from '../../store/selection.ts';
import { useSelection } from '../../store/selection.ts';
import type { ShownGraph } from '../shown/graph-store.ts';
import { useGraph } from '../shown/graph-store.ts';
import styles from './edit.module.css';
import { disconnect, insertStep } from './step-edits.ts';

export function WireLayer() {
  const wire = useCanvasEdit((state) => state.wire);
  const edge = useSelection((state) => state.edge);
  const shown = useGraph((state) => state.shown);
  const isLocked = useRun(isUnderWay);
  if (shown === null) return null;
  return (
    <ViewportPortal>
      {wire !== null && <DrawnWire shown={shown} />}
      {wire === null && edge !== null && !isLocked && <EdgeTools shown={shown} edge={edge} />}
    </ViewportPortal>
  );
}

function DrawnWire({ shown }: { readonly shown: ShownGraph }) {
  const wire = useCanvasEdit((state) => state.wire);
  const place = wire === null ? undefined : placeOf(shown, wire.fixed);
  if (wire === null || place === undefined) return null;
  const { layout } = shown;
  const over = wire.over === null ? undefined : placeOf(shown, wire.over);
  const isParent = wire.fixedEnd === 'parent';
  const free = over ?? cornerAt(wire.pointer, layout, isParent);
  const { line } = isParent
    ? edgePath(place, free, [], layout.direction)
    : edgePath(free, place, [], layout.direction);
  const look = wire.refusal === null ? styles['wire'] : `${styles['wire']} ${styles['refused']}`;
  return (
    <svg className={styles['layer']} aria-hidden>
      <path className={look} d={line} />
    </svg>
  );
}

/** Why an edge cannot be dropped where the pointer is; over everything, so that no pane cuts it off. */
export function WireRefusal() {
  const wire = useCanvasEdit((state) => state.wire);
  const flow = useReactFlow();
  if (wire === null || wire.refusal === null) return null;
  const { x, y } = flow.flowToScreenPosition({ ...wire.pointer });
  return (
    <div className={styles['refusal']} style={at({ x: x + 16, y: y + 16 })} role="status">
      {wire.refusal}
    </div>
  );
}

/** Corner of a card whose handle would be at the pointer. */
function cornerAt({ x, y }: Point, { direction }: GraphLayout, isChild: boolean): Point {
  if (direction === 'down') return { x: x - CARD.width / 2, y: isChild ? y : y - CARD.height };
  return { x: isChild ? x : x - CARD.width, y: y - CARD.height / 2 };
}

interface EdgeToolsProps {
  readonly shown: ShownGraph;
  readonly edge: SelectedEdge;
}

function EdgeTools({ shown, edge }: EdgeToolsProps) {
  const { from, to } = edge;
  const [start, end] = [placeOf(shown, from), placeOf(shown, to)];
  const index = shown.model.edges.findIndex((each) => each.from === from && each.to === to);
  if (start === undefined || end === undefined || index < 0) return null;
  const { layout } = shown;
  const { label } = edgePath(start, end, layout.bends[index] ?? [], layout.direction);
  return (
    <>
      <Grip end="parent" place={handleOf(start, layout, 'out')} edge={edge} />
      <Grip end="child" place={handleOf(end, layout, 'in')} edge={edge} />
      <div className={`nodrag nopan ${styles['edgeTools']}`} style={at(label)} role="group" aria-label="Edge">
        <button type="button" title="Insert a step" onClick={() => void insertStep('step', from, to)}>
          <Plus size={14} aria-label="Insert a step" />
        </button>
        <button type="button" title="Delete the edge" onClick={() => void disconnect(from, to)}>
          <Trash2 size={14} aria-label="Delete the edge" />
        </button>
      </div>
    </>
  );
}

interface GripProps {
  readonly end: 'parent' | 'child';
  readonly place: Point;
  readonly edge: SelectedEdge;
}

function Grip({ end, place, edge: { from, to } }: GripProps) {
  return (
    <span
      className={`nodrag nopan ${styles['grip']}`}
      style={at(place)}
      data-handle={end}
      data-from={from}
      data-to={to}
      title={end === 'child' ? 'Drag to another child' : 'Drag to another parent'}
    />
  );
}

function handleOf({ x, y }: Point, { direction }: GraphLayout, handle: 'in' | 'out'): Point {
  const isOut = handle === 'out';
  return direction === 'down'
    ? { x: x + CARD.width / 2, y: isOut ? y + CARD.height : y }
    : { x: isOut ? x + CARD.width : x, y: y + CARD.height / 2 };
}

function placeOf({ model, layout }: ShownGraph, id: string): Point | undefined {
  return layout.places[model.ids.indexOf(id)];
}

function at({ x, y }: Point) {
  return { translate: `${x}px ${y}px` };
}
