/** Changes one after another as changes at once: what the last text keeps of the first stays untouched. Pure. */
import type { TextChange } from './text-change.ts';

/** A stretch of a text: of the first one, or written since. */
type Piece = { readonly from: number; readonly length: number } | { readonly text: string };

/** Each group refers to the text that the group before it left, the first to a text of the given length. */
export function composeChanges(
  length: number,
  groups: readonly (readonly TextChange[])[],
): readonly TextChange[] {
  const pieces = groups.reduce<readonly Piece[]>(applied, [{ from: 0, length }]);
  const changes: TextChange[] = [];
  let done = 0;
  let written = '';
  const flush = (until: number): void => {
    if (until > done || written !== '') changes.push({ offset: done, length: until - done, text: written });
    written = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) written += piece.text;
    else {
      flush(piece.from);
      done = piece.from + piece.length;
    }
  }
  flush(length);
  return changes;
}

function applied(pieces: readonly Piece[], changes: readonly TextChange[]): readonly Piece[] {
  const sorted = changes.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const rest = [...pieces].reverse();
  const result: Piece[] = [];
  let at = 0;
  for (const { offset, length, text } of sorted) {
    result.push(...take(rest, offset - at));
    if (text !== '') result.push({ text });
    take(rest, length);
    at = offset + length;
  }
  return [...result, ...rest.reverse()];
}

/** Takes a number of characters from the end of a reversed list. */
function take(rest: Piece[], count: number): readonly Piece[] {
  const taken: Piece[] = [];
  let open = count;
  while (open > 0) {
    const piece = rest.pop();
    if (piece === undefined) break;
    const size = lengthOf(piece);
    if (size > open) rest.push(cut(piece, open, size));
    taken.push(size > open ? cut(piece, 0, open) : piece);
    open -= Math.min(size, open);
  }
  return taken;
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.length;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece
    ? { text: piece.text.slice(from, to) }
    : { from: piece.from + from, length: to - from };
}
