/** Offers the fixes of problems where they are squiggled: by the light bulb, by Ctrl+. and from the hover. */
import type { editor, IRange, languages } from 'monaco-editor/editor';
import type { Fix } from '../../../src-engine/template/problem.ts';
import { silenceFix } from '../../template/apply-fix.ts';
import type { PlaceRange } from '../places/text-places.ts';
import { shownView } from '../places/shown-view.ts';
import { markerOf } from './problem-markers.ts';

const APPLY = 'workbench.applyFix';

/** What is used of Monaco. */
export interface QuickFixHost {
  readonly registerCommand: (id: string, run: (accessor: unknown, fix: Fix) => void) => unknown;
  readonly registerCodeActionProvider: (
    language: string,
    provider: languages.CodeActionProvider,
    metadata: languages.CodeActionProviderMetadata,
  ) => unknown;
}

export function offerFixes(host: QuickFixHost, apply: (fix: Fix) => unknown): void {
  host.registerCommand(APPLY, (_, fix) => void apply(fix));
  host.registerCodeActionProvider(
    'yaml',
    { provideCodeActions: (_, range) => ({ actions: actionsIn(range), dispose: () => {} }) },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

/** The usual fix of a problem is the preferred one. */
export function actionsIn(range: IRange): languages.CodeAction[] {
  const shown = shownView();
  if (shown === null) return [];
  const { text } = shown;
  return shown.view.problems.flatMap((problem) => {
    const marker = markerOf(problem, shown.places);
    if (!meets(marker, range)) return [];
    const fixes = problem.fixes ?? [];
    const silence = problem.severity === 'error' ? [] : [silenceFix(problem, text)];
    return [...fixes, ...silence].map((fix) => actionOf(fix, marker, fix === fixes[0]));
  });
}

function actionOf(fix: Fix, marker: editor.IMarkerData, isPreferred: boolean): languages.CodeAction {
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [marker],
    isPreferred,
    command: { id: APPLY, title: fix.title, arguments: [fix] },
  };
}

function meets(one: PlaceRange, other: PlaceRange): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

function isBefore(
  { endLineNumber, endColumn }: PlaceRange,
  { startLineNumber, startColumn }: PlaceRange,
): boolean {
  return endLineNumber < startLineNumber || (endLineNumber === startLineNumber && endColumn < startColumn);
}
