/** An edge on the canvas. Its way is the layout's; its colour says whether the parent is done. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useRun } from '../store/run/run.ts';
import { useSelection } from '../store/selection.ts';
import type { StepFlowEdge } from './flow-elements.ts';
import { useGraph } from './graph-store.ts';
import styles from './step-edge.module.css';

export const StepEdge = memo(function StepEdge({ source, target, data }: EdgeProps<StepFlowEdge>) {
  const parent = useGraph((state) => state.shown?.model.steps.get(source)?.name);
  const state = useRun((run) => (parent === undefined ? undefined : run.steps.get(parent)?.state));
  const isSelected = useSelection(({ step }) => step === source || step === target);
  if (data === undefined) return null;
  const { edge, path } = data;
  const isDone = state === 'complete' || state === 'resolved_manually';
  const looks = [
    styles['edge'],
    isDone && styles['done'],
    edge.isCritical && styles['critical'],
    isSelected && styles['selected'],
    edge.isInCycle && styles['cycle'],
  ];
  return (
    <>
      <path className={looks.filter(Boolean).join(' ')} d={path.line} />
      {edge.isInCycle && (
        <text className={styles['label']} x={path.label.x} y={path.label.y}>
          cycle
        </text>
      )}
    </>
  );
});
