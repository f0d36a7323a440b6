/** What an editor's undo does: changes of the new text that bring the old one back. */
import type { TextChange } from '../../../../src-engine/template/edit/text-change.ts';

export function inverseOf(text: string, changes: readonly TextChange[]): readonly TextChange[] {
  const sorted = changes.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  let shift = 0;
  return sorted.map((change) => {
    const { offset, length } = change;
    const inverse = {
      offset: offset + shift,
      length: change.text.length,
      text: text.slice(offset, offset + length),
    };
    shift += change.text.length - length;
    return inverse;
  });
}
