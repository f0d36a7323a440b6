/** The small map, with the states' colours. Left out for large graphs unless it was asked for. */
import type { MiniMapNodeProps } from '@xyflow/react';
import { MiniMap } from '@xyflow/react';
import { useRun } from '../../store/run/run.ts';
import { stateLook } from '../../ui/state/step-state.ts';
import { stepLook } from '../cards/step-look.ts';
import { useGraph } from '../shown/graph-store.ts';
import { useShowsMap } from './use-shows-map.ts';
import styles from './over.module.css';

/** In numbers, because React Flow reckons with it. */
const SIZE = { width: 150, height: 104 } as const;

export function StepMinimap() {
  if (!useShowsMap()) return null;
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel="Small map of the graph"
      nodeComponent={MapStep}
      bgColor="var(--surface-2)"
      maskColor="color-mix(in srgb, var(--surface-0) 70%, transparent)"
      className={styles['map'] ?? ''}
      style={SIZE}
    />
  );
}

function MapStep({ id, x, y, width, height }: MiniMapNodeProps) {
  const step = useGraph((state) => state.shown?.model.steps.get(id));
  const state = useRun((run) => (step === undefined ? null : stepLook(run, step).state));
  const fill = state === null ? 'var(--line-strong)' : `var(${stateLook(state).colour})`;
  return <rect x={x} y={y} width={width} height={height} rx={8} style={{ fill }} />;
}
