/** The template as a graph, with what its run is doing. */
import '@xyflow/react/dist/base.css';
import { ReactFlowProvider, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { CurrentStep, currentStepId } from './cards/current-step.tsx';
import styles from './canvas.module.css';
import { Flow } from './flow.tsx';
import { CanvasNotes } from './over/canvas-notes.tsx';
import { followDocument } from './shown/follow-document.ts';
import { useGraph } from './shown/graph-store.ts';
import { onCanvasKey } from './view/canvas-keys.ts';
import { useSelectedPosition } from './cards/use-selected-position.ts';

export function Canvas() {
  useEffect(followDocument, []);
  return (
    <ReactFlowProvider>
      <Frame />
    </ReactFlowProvider>
  );
}

/** Below this only names can be read, and below the second not even those. */
const FAR = 0.5;
const TINY = 0.22;

/** Says by two words on the frame what every card would otherwise have to ask with each move of the view. */
function Frame() {
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  const isTiny = useStore(({ transform }) => transform[2] < TINY);
  const isStale = useGraph((state) => state.isStale);
  const selected = useSelectedPosition();
  const looks = [styles['canvas'], isFar && 'far', isTiny && 'tiny', isStale && 'stale'];
  return (
    <div
      id="canvas"
      data-scope="canvas"
      className={looks.filter(Boolean).join(' ')}
      role="application"
      aria-label="Graph of the template: arrow keys go from step to step, Enter shows a step’s details"
      aria-activedescendant={selected === null ? undefined : currentStepId(selected)}
      tabIndex={0}
      onKeyDown={onCanvasKey}
    >
      <Flow />
      <CurrentStep />
      <CanvasNotes />
    </div>
  );
}
