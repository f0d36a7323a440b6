/** The graph itself, in React Flow: cards can be moved and selected; edges are drawn and changed by our own gestures. */
import type { NodeChange, NodeTypes } from '@xyflow/react';
import { Background, ReactFlow, SelectionMode } from '@xyflow/react';
import type { MouseEvent } from 'react';
import { useMemo, useState } from 'react';
import { GRID } from '../graph/arrange.ts';
import { clearSelection, selectStep, useSelection } from '../store/selection.ts';
import type { StepCardNode } from './cards/card-nodes.ts';
import { rememberingCards } from './cards/card-nodes.ts';
import { StepCard } from './cards/step-card.tsx';
import { EdgeLayer } from './edges/edge-layer.tsx';
import { beginMoving, beginMovingOne, endMoving, moveWith } from './edit/card-drag.ts';
import { Palette } from './edit/palette.tsx';
import { WireLayer } from './edit/wire-layer.tsx';
import { CanvasControls } from './over/canvas-controls.tsx';
import { StepMinimap } from './over/minimap.tsx';
import { useGraph } from './shown/graph-store.ts';
import { selectWith } from './view/box-selection.ts';
import { useCanvasView } from './view/use-canvas-view.ts';

const NODE_TYPES: NodeTypes = { step: StepCard };
/** From here on only what is in view is drawn. */
const MANY = 300;
/** From here on all of it at once would be too much to draw. */
const TOO_MANY = 1_000;
const SNAP: [number, number] = [GRID, GRID];
const SEVERAL = ['Control', 'Meta', 'Shift'];

export function Flow() {
  const nodes = useCardNodes();
  const view = useCanvasView();
  return (
    <ReactFlow<StepCardNode>
      nodes={nodes}
      nodeTypes={NODE_TYPES}
      onNodesChange={takeChanges}
      onNodeClick={onNodeClick}
      onPaneClick={clearSelection}
      onMoveStart={(event) => {
        // Moves of our own come without an event.
        if (event !== null) view.moved();
      }}
      onNodeDragStart={(_, { id }, dragged) => beginMovingOne(id, dragged)}
      onNodeDragStop={endMoving}
      onSelectionDragStart={(_, dragged) => beginMoving(dragged)}
      onSelectionDragStop={endMoving}
      nodesDraggable
      nodeDragThreshold={4}
      snapToGrid
      snapGrid={SNAP}
      nodesConnectable={false}
      nodesFocusable={false}
      elementsSelectable
      selectNodesOnDrag={false}
      selectionMode={SelectionMode.Partial}
      disableKeyboardA11y
      onlyRenderVisibleElements={nodes.length >= MANY}
      minZoom={nodes.length > TOO_MANY ? 0.3 : 0.1}
      maxZoom={2}
      deleteKeyCode={null}
      selectionKeyCode="Shift"
      multiSelectionKeyCode={SEVERAL}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      panOnScroll
      zoomOnDoubleClick={false}
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={22} size={1.5} color="var(--line)" bgColor="transparent" />
      <EdgeLayer />
      <WireLayer />
      <StepMinimap />
      <Palette />
      <CanvasControls />
    </ReactFlow>
  );
}

function useCardNodes(): StepCardNode[] {
  const ids = useGraph((state) => state.shown?.model.ids);
  const layout = useGraph((state) => state.shown?.layout);
  const selected = useSelection((state) => state.steps);
  const [nodesOf] = useState(rememberingCards);
  return useMemo(() => nodesOf(ids, layout, selected), [nodesOf, ids, layout, selected]);
}

/** With Ctrl or Shift React Flow has added the step to the selection already. */
function onNodeClick({ ctrlKey, metaKey, shiftKey }: MouseEvent, { id }: StepCardNode): void {
  if (!ctrlKey && !metaKey && !shiftKey) selectStep(id, 'canvas');
}

function takeChanges(changes: NodeChange<StepCardNode>[]): void {
  moveWith(changes);
  selectWith(changes);
}
