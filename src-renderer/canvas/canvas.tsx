/** The template as a graph, with what its run is doing; and the place where it is drawn. */
import '@xyflow/react/dist/base.css';
import { ReactFlowProvider, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { isUnderWay, useRun } from '../store/run/run.ts';
import { CurrentStep, currentStepId } from './cards/current-step.tsx';
import { useSelectedPosition } from './cards/use-selected-position.ts';
import styles from './canvas.module.css';
import { onCopy, onCut, onPaste } from './edit/clipboard.ts';
import { CanvasMenu } from './edit/canvas-menu.tsx';
import { CarriedStep } from './edit/palette.tsx';
import { WireRefusal } from './edit/wire-layer.tsx';
import { usePointer } from './edit/use-pointer.ts';
import { Flow } from './flow.tsx';
import { CanvasNotes } from './over/canvas-notes.tsx';
import { followDocument } from './shown/follow-document.ts';
import { useGraph } from './shown/graph-store.ts';
import { onCanvasKey } from './view/canvas-keys.ts';

export function Canvas() {
  useEffect(followDocument, []);
  return (
    <ReactFlowProvider>
      <Frame />
      <CarriedStep />
      <WireRefusal />
    </ReactFlowProvider>
  );
}

/** Below this only names can be read, and below the second not even those. */
const FAR = 0.5;
const TINY = 0.22;

/** Says by a few words on the frame what every card would otherwise have to ask with each move of the view. */
function Frame() {
  const looks = useLooks();
  const selected = useSelectedPosition();
  const pointer = usePointer();
  return (
    <CanvasMenu>
      <div
        id="canvas"
        data-scope="canvas"
        className={`${styles['canvas']} ${looks}`}
        role="application"
        aria-label="Graph of the template: arrow keys go from step to step, Enter shows a step’s details"
        aria-activedescendant={selected === null ? undefined : currentStepId(selected)}
        tabIndex={0}
        onKeyDown={onCanvasKey}
        onCopy={onCopy}
        onCut={onCut}
        onPaste={onPaste}
        {...pointer}
      >
        <Flow />
        <CurrentStep />
        <CanvasNotes />
      </div>
    </CanvasMenu>
  );
}

function useLooks(): string {
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  const isTiny = useStore(({ transform }) => transform[2] < TINY);
  const isStale = useGraph((state) => state.isStale);
  const isToTheRight = useGraph((state) => state.shown?.layout.direction === 'right');
  const isLocked = useRun(isUnderWay);
  return [
    isFar && 'far',
    isTiny && 'tiny',
    isStale && 'stale',
    isToTheRight && 'to-the-right',
    isLocked && 'locked',
  ]
    .filter((look) => look !== false)
    .join(' ');
}
