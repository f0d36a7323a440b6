/** Lines around places of a text: their beginnings and ends, blank ones, and the comments that belong to something. */

/** Of the line in which the offset stands. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Of the line in which the offset stands, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** Of the line after the one in which the offset stands; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** The line after something that ends here; a block scalar that keeps its line breaks ends where a line begins. */
export function lineAfter(text: string, end: number): number {
  return end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end);
}

/** The end of what is seen: line breaks that a block scalar keeps do not count. */
export function visibleEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at -= 1;
  return at;
}

/** A byte order mark takes no room. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0);
}

/** Nothing but indentation stands before it. */
export function beginsLine(text: string, offset: number): boolean {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

export function isBlank(text: string, start: number): boolean {
  return start < text.length && /^[ \t\r]*$/.test(text.slice(start, lineEnd(text, start)));
}

/** The column of a line's comment; undefined when the line is not just a comment. */
function commentColumn(text: string, start: number): number | undefined {
  const found = /^([ \t]*)#/.exec(text.slice(start, lineEnd(text, start)));
  return found?.[1]?.length;
}

/** The first of the comment lines that stand directly above a line, none of them deeper than the given column. */
export function commentsAbove(text: string, start: number, column: number, bound: number): number {
  let top = start;
  while (top > bound) {
    const above = lineStart(text, top - 1);
    const at = above < bound ? undefined : commentColumn(text, above);
    if (at === undefined || at > column) break;
    top = above;
  }
  return top;
}

/** Behind the comment lines that follow directly and stand deeper than the column: what they follow owns them. */
export function ownCommentsBelow(text: string, start: number, column: number): number {
  let end = start;
  while (end < text.length && (commentColumn(text, end) ?? -1) > column) end = nextLine(text, end);
  return end;
}

export function blanksAbove(text: string, start: number, bound: number): number {
  let top = start;
  while (top > bound) {
    const above = lineStart(text, top - 1);
    if (above < bound || !isBlank(text, above)) break;
    top = above;
  }
  return top;
}

export function blanksBelow(text: string, start: number): number {
  let end = start;
  while (isBlank(text, end)) end = nextLine(text, end);
  return end;
}

export function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}
