/** Writes texts of several lines as block scalars, where that keeps every character. */
import type { Layout } from './value-text.ts';

export type BlockStyle = 'literal' | 'folded';

const FOLD_WIDTH = 80;

/** Undefined where quotation marks are the better way: one line, leading or trailing blanks, special characters. */
export function blockScalar(value: string, style: BlockStyle, column: number): Layout | undefined {
  const text = value.endsWith('\n') ? value.slice(0, -1) : value;
  const isOneLine = !text.includes('\n');
  if (style === 'literal' ? isOneLine && text === value : text === '') return undefined;
  if (!isSafe(text)) return undefined;
  const lines = style === 'literal' ? text.split('\n') : foldedLines(text);
  if (lines === undefined) return undefined;
  const head = (style === 'literal' ? '|' : '>') + (text === value ? '-' : '');
  return { head, body: lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)) };
}

/** A first line with an indentation of its own would need a number in the header; lines of blanks are easily lost. */
function isSafe(text: string): boolean {
  if (text === '' || /^\s/.test(text) || text.endsWith('\n')) return false;
  if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u.test(text))
    return false;
  return text.split('\n').every((line) => line === '' || line.trim() !== '');
}

/** A line break of the text is a blank line in a folded scalar; lines that begin with blanks would not be folded. */
function foldedLines(text: string): readonly string[] | undefined {
  const paragraphs = text.split('\n');
  if (paragraphs.some((paragraph) => paragraph !== paragraph.trim())) return undefined;
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? wrap(paragraph) : ['', ...wrap(paragraph)]));
}

function wrap(paragraph: string): readonly string[] {
  if (paragraph === '') return [];
  const lines: string[] = [];
  let rest = paragraph;
  while (rest.length > FOLD_WIDTH) {
    const at = foldPlace(rest);
    if (at < 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

/** The last single space within the width, else the first after it. */
function foldPlace(text: string): number {
  let place = -1;
  for (const match of text.matchAll(/(?<=\S) (?=\S)/g)) {
    if (match.index > FOLD_WIDTH && place >= 0) break;
    place = match.index;
    if (match.index > FOLD_WIDTH) break;
  }
  return place;
}
