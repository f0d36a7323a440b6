/** How the text editor behaves. */
import type { editor } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: 'Template text (YAML)',
  automaticLayout: true,
  // Lists and descriptions may be larger than the pane the editor is in.
  fixedOverflowWidgets: true,
  fontSize: 13,
  lineHeight: 20,
  lineNumbersMinChars: 4,
  glyphMargin: true,
  padding: { top: 8, bottom: 8 },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: true,
  renderLineHighlight: 'line',
  // By indentation, both: the other way asks the worker for the structure of the whole text after every change.
  stickyScroll: { enabled: true, defaultModel: 'indentationModel', maxLineCount: 3 },
  folding: true,
  foldingStrategy: 'indentation',
  guides: { indentation: true, bracketPairs: true },
  bracketPairColorization: { enabled: true },
  // Words that happen to stand in the text are no keys.
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: true },
  suggest: { showWords: false, preview: false, showStatusBar: false },
  // These would ask workers with every change or move of the cursor, and have nothing to say here.
  links: false,
  colorDecorators: false,
  codeLens: false,
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.OnCode },
  // A name may be of any script; what cannot be seen is marked.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  // Our checks speak of them; a question in a dialog would come in between.
  unusualLineTerminators: 'off',
};
