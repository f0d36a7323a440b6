/** Changes of the text from outside the editor, through its one undo stack. */
import { changeText } from '../../../src-engine/template/edit/text-change.ts';
import type { TextHandle } from '../editor-commands.ts';
import { quietly } from '../features/quietly.ts';
import { TextPlaces } from '../places/text-places.ts';
import { useDocument } from '../../store/document.ts';
import { parseNow } from '../../template/start-parsing.ts';
import type { DocumentModel } from './document-model.ts';

export function textHandle(document: DocumentModel): TextHandle {
  return {
    applyEdits: (changes) => {
      const { text } = useDocument.getState();
      if (changeText(text, changes).kind === 'refused') return false;
      const places = new TextPlaces(text);
      const edits = changes.map((change) => ({ range: places.rangeOf(change), text: change.text }));
      atOnce(() => document.edit(edits));
      return true;
    },
    undo: () => atOnce(() => document.model.undo()),
    redo: () => atOnce(() => document.model.redo()),
    remember: (step) => document.remember(step),
  };
}

/** Nobody is typing: the other views show the result without a pause. */
function atOnce(change: () => unknown): void {
  quietly(change);
  parseNow();
}
