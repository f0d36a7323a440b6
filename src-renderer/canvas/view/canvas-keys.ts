/** The keys of the focused canvas: arrows walk along edges, Enter shows a step's details, Escape selects nothing. */
import type { KeyboardEventHandler } from 'react';
import { moveOf, walk } from '../../graph/walk.ts';
import { clearSelection, selectStep, useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import { reveal } from '../canvas-commands.ts';

export const onCanvasKey: KeyboardEventHandler<HTMLElement> = (event) => {
  // Keys in the controls and notes over the graph are theirs.
  if (event.target !== event.currentTarget) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === 'Enter') goToDetails();
  else if (event.key === 'Escape') clearSelection();
  else if (isMove(event.key)) goOn(event.key);
  else return;
  event.preventDefault();
};

function goOn(key: string): void {
  const step = stepAfter(key);
  if (step === null) return;
  selectStep(step, 'canvas');
  reveal(step);
}

function goToDetails(): void {
  if (useSelection.getState().step === null) return;
  window.dispatchEvent(new CustomEvent('workbench:command', { detail: 'go.details' }));
}

function isMove(key: string): boolean {
  return moveOf(key, 'down') !== null;
}

function stepAfter(key: string): string | null {
  const { shown } = useGraph.getState();
  const move = shown === null ? null : moveOf(key, shown.layout.direction);
  if (shown === null || move === null) return null;
  const { step } = useSelection.getState();
  const from = step === null ? -1 : shown.model.ids.indexOf(step);
  const to = walk(shown.model.shape, shown.layout, from < 0 ? null : from, move);
  return to === null ? null : (shown.model.ids[to] ?? null);
}
