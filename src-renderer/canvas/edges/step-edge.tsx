/** An edge on the canvas. Its way is the layout's; its colour says whether the child still waits for this parent. */
import { memo } from 'react';
import type { GraphEdge } from '../../graph/graph-model.ts';
import type { Point } from '../../../src-engine/graph/layout/layout-types.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { useRun } from '../../store/run/run.ts';
import { useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import styles from './step-edge.module.css';

export interface StepEdgeProps {
  readonly edge: GraphEdge;
  readonly line: string;
  readonly label: Point;
}

export const StepEdge = memo(StepEdgeLine, isSame);

function StepEdgeLine({ edge, line, label }: StepEdgeProps) {
  const { from, to, isCritical, isInCycle } = edge;
  const parent = useGraph((state) => state.shown?.model.steps.get(from)?.name);
  const isDone = useRun((run) => parent !== undefined && isOver(run.steps.get(parent)?.state));
  const isSelected = useSelection(
    ({ step, edge: selected }) =>
      step === from || step === to || (selected?.from === from && selected.to === to),
  );
  const isTarget = useCanvasEdit(
    ({ carried }) => carried?.over.kind === 'edge' && carried.over.from === from && carried.over.to === to,
  );
  const looks = [
    styles['edge'],
    isCritical && styles['critical'],
    isDone && styles['done'],
    isSelected && styles['selected'],
    isTarget && styles['target'],
    isInCycle && styles['cycle'],
  ];
  return (
    <>
      {/* Wide enough to be met by a pointer. */}
      <path className={styles['hit']} d={line} data-from={from} data-to={to} />
      <path className={looks.filter(Boolean).join(' ')} d={line} data-edge={`${from} > ${to}`} />
      {isInCycle && (
        <text className={styles['label']} x={label.x} y={label.y}>
          cycle
        </text>
      )}
    </>
  );
}

function isOver(state: string | undefined): boolean {
  return state === 'complete' || state === 'resolved_manually';
}

/** Ways are worked out anew with every parse, and mostly come out the same. */
function isSame(one: StepEdgeProps, other: StepEdgeProps): boolean {
  return one.edge === other.edge && one.line === other.line;
}
