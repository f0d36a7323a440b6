/** The graph itself, in React Flow. Positions are the layout's; nothing can be dragged or connected yet. */
import type { EdgeTypes, NodeTypes, OnNodesChange } from '@xyflow/react';
import { Background, ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { clearSelection, selectStep, useSelection } from '../store/selection.ts';
import { CanvasControls } from './canvas-controls.tsx';
import type { StepCardNode } from './flow-elements.ts';
import { flowEdges, flowNodes, withSelection } from './flow-elements.ts';
import { useGraph } from './graph-store.ts';
import { StepMinimap } from './minimap.tsx';
import { StepCard } from './step-card.tsx';
import { StepEdge } from './step-edge.tsx';
import { useCanvasView } from './use-canvas-view.ts';

const NODE_TYPES: NodeTypes = { step: StepCard };
const EDGE_TYPES: EdgeTypes = { step: StepEdge };
/** From here on only what is in view is drawn. */
const MANY = 300;
/** From here on all of it at once would be too much to draw. */
const TOO_MANY = 1_000;

export function Flow() {
  const ids = useGraph((state) => state.shown?.model.ids);
  const graphEdges = useGraph((state) => state.shown?.model.edges);
  const shape = useGraph((state) => state.shown?.model.shape);
  const layout = useGraph((state) => state.shown?.layout);
  const selected = useSelection((state) => state.step);
  const bare = useMemo(() => flowNodes(ids, layout), [ids, layout]);
  const nodes = useMemo(() => withSelection(bare, selected), [bare, selected]);
  const edges = useMemo(() => flowEdges(graphEdges, shape, layout), [graphEdges, shape, layout]);
  useCanvasView();
  return (
    <ReactFlow<StepCardNode>
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={NOTHING}
      onNodeClick={(_, node) => selectStep(node.id, 'canvas')}
      onPaneClick={clearSelection}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      onlyRenderVisibleElements={nodes.length >= MANY}
      minZoom={nodes.length > TOO_MANY ? 0.3 : 0.1}
      maxZoom={2}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      panOnScroll
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={24} size={1} color="var(--line)" />
      <StepMinimap />
      <CanvasControls />
    </ReactFlow>
  );
}

/** React Flow measures and selects for itself; here both are said to it. */
const NOTHING: OnNodesChange<StepCardNode> = () => {};
