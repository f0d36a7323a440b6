/** Shows the problems of a view as squiggles. Those of another text are never shown: see `shownView`. */
import type { editor, MarkerSeverity } from 'monaco-editor/editor';
import type { TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import type { TextPlaces } from '../places/text-places.ts';
import { onShownView, shownView } from '../places/shown-view.ts';

type ShownProblem = TemplateView['problems'][number];

/** Numbers of Monaco, which is not loaded where this is tested. */
const SEVERITIES: Readonly<Record<ShownProblem['severity'], MarkerSeverity>> = {
  error: 8,
  warning: 4,
  info: 2,
};

export function markerOf(problem: ShownProblem, places: TextPlaces): editor.IMarkerData {
  const { code, severity, message, hint } = problem;
  return {
    ...places.rangeOf(problem),
    code,
    severity: SEVERITIES[severity],
    message: hint === '' ? message : `${message}\n${hint}`,
  };
}

/** @param setMarkers Replaces the markers of the model at hand. */
export function showProblems(setMarkers: (markers: editor.IMarkerData[]) => void): () => void {
  const show = (): void => {
    const shown = shownView();
    if (shown !== null) setMarkers(shown.view.problems.map((problem) => markerOf(problem, shown.places)));
  };
  show();
  return onShownView(show);
}
