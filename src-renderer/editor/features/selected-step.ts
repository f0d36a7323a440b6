/** Marks the selected step, and brings it into view when it was selected somewhere else. */
import type { editor } from 'monaco-editor/editor';
import { useSelection } from '../../store/selection.ts';
import { onShownView, shownView } from '../places/shown-view.ts';
import type { PlaceRange } from '../places/text-places.ts';
import styles from './decorations.module.css';

/** Monaco's `ScrollType.Smooth`. */
const SMOOTH = 0;

export function showSelectedStep(view: editor.IStandaloneCodeEditor): () => void {
  const marks = view.createDecorationsCollection();
  let wanted: string | null = null;
  const show = (): void => {
    const shown = shownView();
    if (shown === null) return;
    const { step } = useSelection.getState();
    const place = shown.steps.find(({ id }) => id === step);
    marks.set(place === undefined ? [] : [markOf(place.stepRange)]);
    if (place !== undefined && wanted === step)
      view.revealRangeInCenterIfOutsideViewport(place.nameRange, SMOOTH);
    wanted = null;
  };
  const unsubscribe = [
    onShownView(show),
    useSelection.subscribe(({ step, by, turn }, before) => {
      if (turn === before.turn) return;
      wanted = by === 'text' ? null : step;
      show();
    }),
  ];
  show();
  return () => {
    for (const stop of unsubscribe) stop();
    marks.clear();
  };
}

function markOf(range: PlaceRange): editor.IModelDeltaDecoration {
  return {
    range,
    options: {
      isWholeLine: true,
      className: styles['selected'] ?? '',
      linesDecorationsClassName: styles['selectedEdge'] ?? '',
    },
  };
}
