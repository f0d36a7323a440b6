/**
 * The view of the document, as far as its places can be trusted: only while the text is the one the view was made of.
 * In between, what is shown moves along with the text, and the next view is a moment away.
 */
import type { TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import { useDocument } from '../../store/document.ts';
import { sourceOf } from '../../template/view-source.ts';
import type { StepPlace } from './step-places.ts';
import { stepPlaces } from './step-places.ts';
import { TextPlaces } from './text-places.ts';

export interface ShownView {
  readonly view: TemplateView;
  /** The text it was made of. */
  readonly text: string;
  readonly places: TextPlaces;
  readonly steps: readonly StepPlace[];
}

let last: ShownView | null = null;

/** Null while the view is of an older text, or of another document. */
export function shownView(): ShownView | null {
  const { view, text, load } = useDocument.getState();
  const source = sourceOf(view);
  if (source === undefined || source.load !== load || source.text !== text) return null;
  if (last?.view !== view) {
    const places = new TextPlaces(text);
    last = { view, text, places, steps: stepPlaces(view.steps, places) };
  }
  return last;
}

/** Calls whenever a view that can be trusted has come. */
export function onShownView(listener: (shown: ShownView) => void): () => void {
  return useDocument.subscribe((state, before) => {
    if (state.view === before.view) return;
    const shown = shownView();
    if (shown !== null) listener(shown);
  });
}
