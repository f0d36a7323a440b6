/** Puts the text editor into a place on the page. Importing this loads Monaco; see `loadEditor`. */
import type { editor } from 'monaco-editor/editor';
import { useDocument } from '../../store/document.ts';
import type { ViewHandle } from '../editor-commands.ts';
import { setTextHandle, setViewHandle } from '../editor-commands.ts';
import { followCursor } from '../features/cursor-step.ts';
import { offerFixes } from '../features/quick-fixes.ts';
import { showProblems } from '../features/problem-markers.ts';
import { quietly } from '../features/quietly.ts';
import { showSelectedStep } from '../features/selected-step.ts';
import { showStates } from '../features/state-glyphs.ts';
import { applyFix } from '../../template/apply-fix.ts';
import { TextPlaces } from '../places/text-places.ts';
import { DocumentModel } from './document-model.ts';
import { describeKeys } from './describe-keys.ts';
import { codeFont, followTheme } from './follow-theme.ts';
import { monaco } from './monaco.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { textHandle } from './text-handle.ts';
import { setUpYaml } from './yaml-language.ts';

setUpYaml();
describeKeys();
offerFixes(
  {
    registerCommand: (id, run) => monaco.editor.registerCommand(id, run),
    registerCodeActionProvider: (...args) => monaco.languages.registerCodeActionProvider(...args),
  },
  applyFix,
);
const document = new DocumentModel();
setTextHandle(textHandle(document));

/** How far it was scrolled, and where the cursor was, when the view went away. */
let left: { readonly model: editor.ITextModel; readonly state: editor.ICodeEditorViewState | null } | null =
  null;

/** What it returns takes the editor away again; the text and its undo stack stay. */
export function mountEditor(place: HTMLElement): () => void {
  const stopTheme = followTheme();
  const view = monaco.editor.create(place, {
    ...EDITOR_OPTIONS,
    fontFamily: codeFont(),
    model: document.model,
  });
  const { model, state } = left ?? {};
  if (model === document.model && state !== undefined) quietly(() => view.restoreViewState(state));
  const stops = [
    document.onReplaced((model) => quietly(() => view.setModel(model))),
    showProblems((markers) => document.setMarkers(markers)),
    showSelectedStep(view),
    showStates(view),
    followCursor(view),
    stopTheme,
  ];
  setViewHandle(viewHandle(view));
  return () => {
    setViewHandle(null);
    left = { model: document.model, state: view.saveViewState() };
    for (const stop of stops) stop();
    view.dispose();
  };
}

function viewHandle(view: editor.IStandaloneCodeEditor): ViewHandle {
  return {
    find: () => {
      view.focus();
      void view.getAction('actions.find')?.run();
    },
    focus: () => view.focus(),
    revealRange: (range) => {
      const place = new TextPlaces(useDocument.getState().text).rangeOf(range);
      quietly(() => view.setPosition({ lineNumber: place.startLineNumber, column: place.startColumn }));
      view.revealRangeInCenterIfOutsideViewport(place, monaco.editor.ScrollType.Smooth);
    },
  };
}
