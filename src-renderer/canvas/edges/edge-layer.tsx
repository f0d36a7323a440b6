/**
 * All edges in one drawing under the cards. Not React Flow's own edges: those want a handle measured on every card and ask
 * where it is with every move of the view, which a graph of a thousand steps pays for.
 */
import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { edgePath } from '../../../src-engine/graph/layout/edge-path.ts';
import type { EdgePath } from '../../../src-engine/graph/layout/edge-path.ts';
import type { GraphEdge } from '../../graph/graph-model.ts';
import type { ShownGraph } from '../shown/graph-store.ts';
import { useGraph } from '../shown/graph-store.ts';
import { StepEdge } from './step-edge.tsx';
import styles from './step-edge.module.css';

export function EdgeLayer() {
  const edges = useGraph((state) => state.shown?.model.edges);
  const shape = useGraph((state) => state.shown?.model.shape);
  const layout = useGraph((state) => state.shown?.layout);
  // A shape is new with every parse; ways only change with the layout and with which edges there are.
  const drawn = useMemo(() => drawnEdges(edges, shape, layout), [edges, shape, layout]);
  return (
    <ViewportPortal>
      <svg className={styles['layer']} aria-hidden>
        {drawn.map(({ edge, path }) => (
          <StepEdge key={edge.id} edge={edge} line={path.line} label={path.label} />
        ))}
      </svg>
    </ViewportPortal>
  );
}

interface DrawnEdge {
  readonly edge: GraphEdge;
  readonly path: EdgePath;
}

function drawnEdges(
  edges: readonly GraphEdge[] = [],
  shape?: ShownGraph['model']['shape'],
  layout?: ShownGraph['layout'],
): readonly DrawnEdge[] {
  if (shape === undefined || layout === undefined) return [];
  return edges.flatMap((edge, index) => {
    const [from = -1, to = -1] = shape.edges[index] ?? [];
    const [start, end] = [layout.places[from], layout.places[to]];
    if (start === undefined || end === undefined) return [];
    return [{ edge, path: edgePath(start, end, layout.bends[index] ?? [], layout.direction) }];
  });
}
