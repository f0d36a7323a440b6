/** From the shown graph to what React Flow draws. Pure; objects that did not change stay the same. */
import type { Edge, Node } from '@xyflow/react';
import { edgePath } from '../graph/edge-path.ts';
import type { EdgePath } from '../graph/edge-path.ts';
import type { GraphEdge, GraphShape } from '../graph/graph-model.ts';
import type { GraphLayout } from '../graph/layout-types.ts';
import { CARD } from '../graph/layout-types.ts';

export type StepCardNode = Node<{ readonly id: string }, 'step'>;
export type StepEdgeData = { readonly edge: GraphEdge; readonly path: EdgePath };
export type StepFlowEdge = Edge<StepEdgeData, 'step'>;

export function flowNodes(ids: readonly string[] = [], layout?: GraphLayout): StepCardNode[] {
  return ids.map((id, index) => ({
    id,
    type: 'step',
    position: { ...(layout?.places[index] ?? { x: 0, y: 0 }) },
    width: CARD.width,
    height: CARD.height,
    data: { id },
  }));
}

/** `edges` and those of `shape` are the same, in the same order. */
export function flowEdges(
  edges: readonly GraphEdge[] = [],
  shape?: GraphShape,
  layout?: GraphLayout,
): StepFlowEdge[] {
  if (layout === undefined) return [];
  return edges.flatMap((edge, index) => {
    const [from, to] = shape?.edges[index] ?? [];
    const start = from === undefined ? undefined : layout.places[from];
    const end = to === undefined ? undefined : layout.places[to];
    if (start === undefined || end === undefined) return [];
    const path = edgePath(start, end, layout.bends[index] ?? [], layout.direction);
    return [{ id: edge.id, type: 'step', source: edge.from, target: edge.to, data: { edge, path } }];
  });
}

/** Only the two nodes whose selection changes become new objects. */
export function withSelection(nodes: readonly StepCardNode[], selected: string | null): StepCardNode[] {
  return nodes.map((node) =>
    (node.selected ?? false) === (node.id === selected) ? node : { ...node, selected: node.id === selected },
  );
}
