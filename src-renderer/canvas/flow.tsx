/** The graph itself, in React Flow. Positions are the layout's; nothing can be dragged or connected yet. */
import type { NodeTypes } from '@xyflow/react';
import { Background, ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { clearSelection, selectStep } from '../store/selection.ts';
import type { StepCardNode } from './cards/card-nodes.ts';
import { cardNodes } from './cards/card-nodes.ts';
import { StepCard } from './cards/step-card.tsx';
import { EdgeLayer } from './edges/edge-layer.tsx';
import { CanvasControls } from './over/canvas-controls.tsx';
import { StepMinimap } from './over/minimap.tsx';
import { useGraph } from './shown/graph-store.ts';
import { useCanvasView } from './view/use-canvas-view.ts';

const NODE_TYPES: NodeTypes = { step: StepCard };
/** From here on only what is in view is drawn. */
const MANY = 300;
/** From here on all of it at once would be too much to draw. */
const TOO_MANY = 1_000;

export function Flow() {
  const ids = useGraph((state) => state.shown?.model.ids);
  const layout = useGraph((state) => state.shown?.layout);
  const nodes = useMemo(() => cardNodes(ids, layout), [ids, layout]);
  const view = useCanvasView();
  return (
    <ReactFlow<StepCardNode>
      nodes={nodes}
      nodeTypes={NODE_TYPES}
      onNodeClick={(_, node) => selectStep(node.id, 'canvas')}
      onPaneClick={clearSelection}
      onMoveStart={(event) => {
        // Moves of our own come without an event.
        if (event !== null) view.moved();
      }}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
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
      zoomOnDoubleClick={false}
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={22} size={1.5} color="var(--line)" bgColor="transparent" />
      <EdgeLayer />
      <StepMinimap />
      <CanvasControls />
    </ReactFlow>
  );
}
