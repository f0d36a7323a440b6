/** Shows beside each step's name what state it is in. Only signs that changed are touched, ten times a second at most. */
import type { editor } from 'monaco-editor/editor';
import { useRun } from '../../store/run/run.ts';
import { onShownView, shownView } from '../places/shown-view.ts';
import type { Glyph } from './glyph-changes.ts';
import { glyphChanges } from './glyph-changes.ts';
import { glyphsOf } from './glyph-words.ts';
import { throttled } from './throttled.ts';
import styles from './decorations.module.css';

const PAUSE = 100;

/** Icons of Monaco's own font, chosen to look like those of `step-state.ts`. */
const ICONS: Readonly<Record<string, string>> = {
  pending: 'circle-large-outline',
  in_progress: 'play-circle',
  complete: 'pass',
  error: 'error',
  cancelled: 'circle-slash',
  resolved_manually: 'person',
  waiting: 'clockface',
};

export function showStates(view: editor.ICodeEditor): () => void {
  const shownGlyphs = new Map<string, Glyph>();
  const decorations = new Map<string, string>();

  const show = (): void => {
    const shown = shownView();
    if (shown === null) return;
    const wanted = glyphsOf(shown.steps, useRun.getState().steps);
    const { removed, added } = glyphChanges(shownGlyphs, wanted);
    if (removed.length === 0 && added.size === 0) return;
    const old = removed.flatMap((id) => decorations.get(id) ?? []);
    const fresh = view.getModel()?.deltaDecorations(old, [...added.values()].map(decorationOf)) ?? [];
    for (const id of removed) {
      shownGlyphs.delete(id);
      decorations.delete(id);
    }
    for (const [index, [id, glyph]] of [...added].entries()) {
      shownGlyphs.set(id, glyph);
      decorations.set(id, fresh[index] ?? '');
    }
  };
  /** Lines are counted anew where the text has changed under the signs. */
  const recount = (): void => {
    const model = view.getModel();
    for (const [id, glyph] of shownGlyphs) {
      const range = model?.getDecorationRange(decorations.get(id) ?? '');
      shownGlyphs.set(id, { ...glyph, line: range?.startLineNumber ?? 0 });
    }
  };

  const showSoon = throttled(show, PAUSE);
  const unsubscribe = [
    useRun.subscribe((state, before) => {
      if (state.steps !== before.steps) showSoon();
    }),
    onShownView(() => {
      recount();
      showSoon();
    }),
  ];
  show();
  return () => {
    showSoon.cancel();
    for (const stop of unsubscribe) stop();
    view.removeDecorations([...decorations.values()]);
  };
}

function decorationOf({ line, state, words }: Glyph): editor.IModelDeltaDecoration {
  const icon = Object.hasOwn(ICONS, state) ? ICONS[state] : undefined;
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      glyphMarginClassName: `codicon-${icon ?? 'question'} ${styles['glyph']} ${styles[state] ?? styles['unknown']}`,
      glyphMarginHoverMessage: { value: words },
    },
  };
}
