/** The keys of the focused canvas: arrows walk along edges, Enter shows a step's details, Escape selects nothing. */
import type { KeyboardEventHandler } from 'react';
import { GRID } from '../../graph/arrange.ts';
import { moveOf, walk } from '../../graph/walk.ts';
import { clearSelection, selectStep, useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import { reveal } from '../canvas-commands.ts';
import { nudge } from '../edit/move-cards.ts';

export const onCanvasKey: KeyboardEventHandler<HTMLElement> = (event) => {
  // Keys in the controls and notes over the graph are theirs.
  if (event.target !== event.currentTarget) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.altKey) {
    if (nudgeBy(event.key)) event.preventDefault();
    return;
  }
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

/** Alt and an arrow move the selected cards by one line of the grid. */
function nudgeBy(key: string): boolean {
  const move = NUDGES[key];
  if (move === undefined || useSelection.getState().steps.length === 0) return false;
  nudge(move[0] * GRID, move[1] * GRID);
  return true;
}

const NUDGES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

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
