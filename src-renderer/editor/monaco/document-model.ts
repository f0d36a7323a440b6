/**
 * The editor's copy of the open text, with its undo stack. It lives as long as the page, so that hiding the text view
 * loses nothing and other views can change the text while it is hidden.
 */
import type { editor, IRange } from 'monaco-editor/editor';
import { setText, useDocument } from '../../store/document.ts';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IUndoRedoService } from 'monaco-editor/platform/undoRedo/common/undoRedo';
import type { UndoStep } from '../editor-commands.ts';
import { monaco } from './monaco.ts';

/** Number of Monaco for an entry that belongs to one text. */
const RESOURCE = 0;

/** Puts the byte order mark and the line endings of the file back where they were. */
const valueOf = (model: editor.ITextModel): string =>
  model.getValue(monaco.editor.EndOfLinePreference.TextDefined, true);

type Replaced = (model: editor.ITextModel) => void;

export class DocumentModel {
  #model: editor.ITextModel;
  /** The text as this model last told or was told it: a differing one in the store came from somebody else. */
  #text: string;
  readonly #listeners = new Set<Replaced>();

  constructor() {
    const { text, load } = useDocument.getState();
    this.#text = text;
    this.#model = this.#modelOf(text, load);
    useDocument.subscribe((state, before) => {
      if (state.load !== before.load) this.#replace(state.text, state.load);
      else if (state.text !== this.#text) this.#overwrite(state.text);
    });
  }

  get model(): editor.ITextModel {
    return this.#model;
  }

  /** Called with the new model before the old one goes. */
  onReplaced(listener: Replaced): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  setMarkers(markers: editor.IMarkerData[]): void {
    monaco.editor.setModelMarkers(this.#model, 'workbench', markers);
  }

  /** One entry of the undo stack, whatever was typed before and comes after. */
  edit(edits: readonly { readonly range: IRange; readonly text: string }[]): void {
    this.#model.pushStackElement();
    this.#model.pushEditOperations(
      null,
      edits.map((edit) => ({ ...edit, forceMoveMarkers: false })),
      () => null,
    );
    this.#model.pushStackElement();
  }

  /** What was done beside the text takes its turn between the changes of the text. */
  remember({ title, undo, redo }: UndoStep): void {
    this.#model.pushStackElement();
    StandaloneServices.get(IUndoRedoService).pushElement({
      type: RESOURCE,
      resource: this.#model.uri,
      label: title,
      code: 'workbench.step',
      undo,
      redo,
    });
  }

  #replace(text: string, load: number): void {
    const before = this.#model;
    this.#text = text;
    this.#model = this.#modelOf(text, load);
    for (const listener of this.#listeners) listener(this.#model);
    before.dispose();
  }

  /** A text that came neither from here nor as a new load: it can be undone like an edit. */
  #overwrite(text: string): void {
    this.#text = text;
    this.edit([{ range: this.#model.getFullModelRange(), text }]);
  }

  #modelOf(text: string, load: number): editor.ITextModel {
    const uri = monaco.Uri.parse(`inmemory://workbench/${load}/template.yaml`);
    monaco.editor.getModel(uri)?.dispose();
    const model = monaco.editor.createModel(text, 'yaml', uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    // A text without a line break says nothing of its kind; then it is not the system that decides.
    if (!/[\r\n]/.test(text)) model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.onDidChangeContent(() => {
      this.#text = valueOf(model);
      setText(this.#text);
    });
    return model;
  }
}
