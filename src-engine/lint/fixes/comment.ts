/** Takes a comment out, or one word of it. */
import type { Fix, Problem } from '../../template/problem.ts';
import type { LintContext } from '../rule.ts';
import { replaceText } from './fixes.ts';

/** The whole comment when the problem is about all of it or about its only code; else the code with its comma. */
export function deleteComment({ offset, length }: Problem, { text }: LintContext): readonly Fix[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const found = /[\r\n]/.exec(text.slice(offset));
  const lineEnd = found === null ? text.length : offset + found.index;
  const start = text.slice(lineStart, offset + 1).lastIndexOf('#') + lineStart;
  const codes = text
    .slice(start, lineEnd)
    .replace(/^#\s*\S+/, '')
    .replace(/\s--\s.*$/, '')
    .split(/[\s,]+/)
    .filter((code) => code !== '');
  if (codes.length > 1) {
    const rest = /^\s*,?\s*/.exec(text.slice(offset + length, lineEnd))?.[0] ?? '';
    const isLast = offset + length + rest.length >= lineEnd;
    const before = isLast ? (/[\s,]*$/.exec(text.slice(start, offset))?.[0].length ?? 0) : 0;
    const all = before + length + (isLast ? 0 : rest.length);
    return [replaceText('Delete the code', offset - before, all, '')];
  }
  const blank = /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const isWholeLine = start - blank === lineStart;
  const lineBreak = isWholeLine ? (/^\r?\n/.exec(text.slice(lineEnd))?.[0].length ?? 0) : 0;
  return [replaceText('Delete the comment', start - blank, lineEnd - start + blank + lineBreak, '')];
}
