/** Monaco's theme, made of the colours of the workbench. Pure: the colours are asked for. */
import type { editor } from 'monaco-editor/editor';

/** Value of a name such as `--text`, as the page has it. */
export type Colours = (name: string) => string;

/** Monaco's name of a colour, ours, and how much of it there is (in hexadecimal; all of it where nothing is said). */
const COLOURS: readonly (readonly [theirs: string, ours: string, alpha?: string])[] = [
  ['editor.background', '--surface-1'],
  ['editor.foreground', '--text'],
  ['editorLineNumber.foreground', '--text-faint'],
  ['editorLineNumber.activeForeground', '--text'],
  ['editorLineNumber.dimmedForeground', '--text-faint'],
  ['editorCursor.foreground', '--text'],
  ['editor.selectionBackground', '--accent', '44'],
  ['editor.inactiveSelectionBackground', '--accent', '2a'],
  ['editor.lineHighlightBackground', '--surface-3', '44'],
  ['editor.lineHighlightBorder', '--surface-3', '00'],
  ['editor.wordHighlightBackground', '--accent', '26'],
  ['editor.findMatchBackground', '--state-waiting', '66'],
  ['editor.findMatchHighlightBackground', '--state-waiting', '33'],
  ['editorIndentGuide.background1', '--line'],
  ['editorIndentGuide.activeBackground1', '--line-strong'],
  ['editorBracketHighlight.foreground1', '--text-soft'],
  ['editorBracketHighlight.foreground2', '--state-in-progress'],
  ['editorBracketHighlight.foreground3', '--state-resolved'],
  ['editorGutter.background', '--surface-1'],
  ['editorGutter.foldingControlForeground', '--text-faint'],
  ['editorStickyScroll.background', '--surface-2'],
  ['editorStickyScrollHover.background', '--surface-3'],
  ['editorStickyScroll.border', '--line'],
  ['editorStickyScroll.shadow', '--line'],
  ['editorWidget.background', '--surface-raised'],
  ['editorWidget.foreground', '--text'],
  ['editorWidget.border', '--line-strong'],
  ['editorSuggestWidget.selectedBackground', '--accent-soft'],
  ['editorSuggestWidget.selectedForeground', '--text'],
  ['editorSuggestWidget.highlightForeground', '--focus'],
  ['editorSuggestWidget.focusHighlightForeground', '--focus'],
  ['list.hoverBackground', '--surface-3'],
  ['list.activeSelectionBackground', '--accent-soft'],
  ['list.activeSelectionForeground', '--text'],
  ['list.focusBackground', '--accent-soft'],
  ['list.focusForeground', '--text'],
  ['input.background', '--surface-1'],
  ['input.foreground', '--text'],
  ['input.border', '--line-strong'],
  ['inputOption.activeBackground', '--accent-soft'],
  ['focusBorder', '--focus'],
  ['menu.background', '--surface-raised'],
  ['menu.foreground', '--text'],
  ['menu.selectionBackground', '--accent-soft'],
  ['menu.selectionForeground', '--text'],
  ['scrollbarSlider.background', '--line-strong', '88'],
  ['scrollbarSlider.hoverBackground', '--line-strong', 'bb'],
  ['scrollbarSlider.activeBackground', '--line-strong'],
  ['scrollbar.shadow', '--line', '00'],
  ['widget.shadow', '--surface-0', '88'],
  ['textLink.foreground', '--focus'],
  ['textCodeBlock.background', '--surface-3'],
  ['editorError.foreground', '--severity-error'],
  ['editorWarning.foreground', '--severity-warning'],
  ['editorInfo.foreground', '--severity-info'],
  ['editorOverviewRuler.border', '--line', '00'],
  ['editorOverviewRuler.errorForeground', '--severity-error'],
  ['editorOverviewRuler.warningForeground', '--severity-warning'],
  ['editorOverviewRuler.infoForeground', '--severity-info'],
];

/** Kinds of words in YAML; keys are `type`. */
const WORDS: readonly (readonly [token: string, ours: string])[] = [
  ['', '--text'],
  ['type', '--focus'],
  ['string', '--state-complete'],
  ['number', '--state-waiting'],
  ['keyword', '--state-resolved'],
  ['comment', '--text-faint'],
  ['operators', '--text-soft'],
  ['delimiter', '--text-soft'],
  ['tag', '--state-cancelled'],
  ['namespace', '--state-cancelled'],
  ['meta', '--text-soft'],
];

export function themeData(isDark: boolean, colours: Colours): editor.IStandaloneThemeData {
  const shown: Record<string, string> = {};
  for (const [theirs, ours, alpha = ''] of COLOURS) {
    const value = hexOf(colours(ours));
    if (value !== undefined) shown[theirs] = `${value}${alpha}`;
  }
  const rules = WORDS.flatMap(([token, ours]) => {
    const value = hexOf(colours(ours));
    return value === undefined ? [] : [{ token, foreground: value.slice(1) }];
  });
  // Nothing is inherited: Monaco has words of its own for YAML's strings, which would win over ours.
  return { base: isDark ? 'vs-dark' : 'vs', inherit: false, colors: shown, rules };
}

/** Monaco reads nothing but hexadecimal numbers; any other colour is left to its own theme. */
function hexOf(value: string): string | undefined {
  const text = value.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  return short?.slice(1).reduce((hex, digit) => `${hex}${digit}${digit}`, '#');
}
