/** Selects the step the user moves the cursor into. Between steps the selection stays as it is. */
import type { editor } from 'monaco-editor/editor';
import { useDocument } from '../../store/document.ts';
import { selectStep, useSelection } from '../../store/selection.ts';
import { shownView } from '../places/shown-view.ts';
import { stepAt } from '../places/step-places.ts';
import type { Place } from '../places/text-places.ts';
import { isQuiet } from './quietly.ts';

/** Running through the text with an arrow key must not drag all other views along. */
const PAUSE = 80;

/** Monaco's `CursorChangeReason`: the text was replaced, and the cursor was put somewhere after a change by others. */
const NOT_THE_USER: ReadonlySet<number> = new Set([1, 2]);

/** What is needed of the editor. */
export interface CursorSource {
  readonly getPosition: () => Place | null;
  readonly onDidChangeCursorPosition: (
    listener: (event: Pick<editor.ICursorPositionChangedEvent, 'reason'>) => void,
  ) => { readonly dispose: () => void };
}

export function followCursor(view: CursorSource): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The cursor rests, but the places of the steps are not known yet. */
  let isWaiting = false;

  const settle = (): void => {
    const shown = shownView();
    const place = view.getPosition();
    isWaiting = shown === null;
    const step = shown === null || place === null ? undefined : stepAt(shown.steps, place);
    if (step !== undefined && step.id !== useSelection.getState().step) selectStep(step.id, 'text');
  };
  const cursor = view.onDidChangeCursorPosition(({ reason }) => {
    if (isQuiet() || NOT_THE_USER.has(reason)) return;
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  });
  const unsubscribe = [
    useDocument.subscribe((state, before) => {
      if (isWaiting && state.view !== before.view) settle();
    }),
    // Whatever was selected somewhere else since is what the user wants now.
    useSelection.subscribe(({ by }) => {
      if (by === 'text') return;
      clearTimeout(timer);
      isWaiting = false;
    }),
  ];
  return () => {
    clearTimeout(timer);
    cursor.dispose();
    for (const stop of unsubscribe) stop();
  };
}
