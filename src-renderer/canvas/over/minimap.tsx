/** The small map, with the states' colours. Left out for large graphs unless it was asked for. */
import type { MiniMapNodeProps } from '@xyflow/react';
import { MiniMap } from '@xyflow/react';
import { usePreferences } from '../../store/preferences.ts';
import { useRun } from '../../store/run/run.ts';
import { stateLook } from '../../ui/step-state.ts';
import { useGraph } from '../shown/graph-store.ts';

const LARGE = 500;
/** A map of what is seen at a glance says nothing. */
const SMALL = 5;

export function StepMinimap() {
  const wanted = usePreferences((state) => state.showsMinimap);
  const count = useGraph((state) => state.shown?.model.ids.length ?? 0);
  if (!(wanted ?? (count > SMALL && count <= LARGE))) return null;
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel="Small map of the graph"
      nodeComponent={MapStep}
      bgColor="var(--surface-2)"
      maskColor="color-mix(in srgb, var(--surface-0) 70%, transparent)"
      style={{ width: 150, height: 104 }}
    />
  );
}

function MapStep({ id, x, y, width, height }: MiniMapNodeProps) {
  const name = useGraph((state) => state.shown?.model.steps.get(id)?.name);
  const state = useRun((run) =>
    run.view === null || name === undefined ? null : (run.steps.get(name)?.state ?? 'pending'),
  );
  const fill = state === null ? 'var(--line-strong)' : `var(${stateLook(state).colour})`;
  return <rect x={x} y={y} width={width} height={height} rx={8} style={{ fill }} />;
}
