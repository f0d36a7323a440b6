/** The template as a graph, with what its run is doing. */
import '@xyflow/react/dist/base.css';
import { ReactFlowProvider, useStore } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { useEffect } from 'react';
import { moveOf, walk } from '../graph/walk.ts';
import { clearSelection, selectStep, useSelection } from '../store/selection.ts';
import { CanvasNotes } from './over/canvas-notes.tsx';
import styles from './canvas.module.css';
import { Flow } from './flow.tsx';
import { followDocument } from './shown/follow-document.ts';
import { useGraph } from './shown/graph-store.ts';
import { cardId } from './cards/step-card.tsx';

export function Canvas() {
  useEffect(followDocument, []);
  return (
    <ReactFlowProvider>
      <Frame />
    </ReactFlowProvider>
  );
}

const FAR = 0.5;

function Frame() {
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  const isStale = useGraph((state) => state.isStale);
  const selected = useSelection((state) => state.step);
  const looks = [styles['canvas'], isFar && 'far', isStale && 'stale'];
  return (
    <div
      id="canvas"
      data-scope="canvas"
      className={looks.filter(Boolean).join(' ')}
      role="application"
      aria-label="Graph of the template: arrow keys go from step to step, Enter shows a step’s details"
      aria-activedescendant={selected === null ? undefined : cardId(selected)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Flow />
      <CanvasNotes />
    </div>
  );
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') {
    window.dispatchEvent(new CustomEvent('workbench:command', { detail: 'go.details' }));
  } else if (event.key === 'Escape') clearSelection();
  else if (!goOn(event.key)) return;
  event.preventDefault();
}

/** Whether the key led to a step. Reported as the palette's selection, so that the canvas follows it. */
function goOn(key: string): boolean {
  const { shown } = useGraph.getState();
  const move = shown === null ? null : moveOf(key, shown.layout.direction);
  if (shown === null || move === null) return false;
  const { step } = useSelection.getState();
  const from = step === null ? -1 : shown.model.ids.indexOf(step);
  const to = walk(shown.model.shape, shown.layout, from < 0 ? null : from, move);
  const id = to === null ? undefined : shown.model.ids[to];
  if (id !== undefined) selectStep(id, 'palette');
  return true;
}
