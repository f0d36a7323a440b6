/** Prints one problem with the line it is about, in plain text; colours are the caller's business. */
import type { Problem } from './problem.ts';
import { LineIndex } from './line-index.ts';

/** Longest part of a line that is shown, in UTF-16 units. */
const WIDTH = 100;

/** Several lines without a trailing line break. `lines` saves the index when many problems of a text are printed. */
export function formatProblem(
  problem: Problem,
  text: string,
  fileName: string,
  lines = new LineIndex(text),
): string {
  const { severity, code, message, hint, path, line, column } = problem;
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const { shown, mark } = frame(lines.line(line), column - 1, problem.length);
  return [
    `${severity} ${code}: ${message}`,
    `${margin}--> ${fileName}:${line}:${column}${path === '' ? '' : ` (${path})`}`,
    `${margin} |`,
    `${number} | ${shown}`,
    `${margin} | ${mark}`,
    `${margin} = ${hint}`,
  ].join('\n');
}

/** The part of the line around the place, and the marks below it. Tabs are kept so that the marks stay aligned. */
function frame(line: string, start: number, length: number): { shown: string; mark: string } {
  const from = start > WIDTH / 2 && line.length > WIDTH ? start - WIDTH / 2 : 0;
  const shown = line.slice(from, from + WIDTH);
  const cutLeft = from > 0 ? '…' : '';
  const cutRight = from + WIDTH < line.length ? '…' : '';
  const indent = shown.slice(0, start - from).replaceAll(/[^\t]/g, ' ');
  const marked = Math.max(1, Math.min(length, shown.length - (start - from)));
  return {
    shown: `${cutLeft}${printable(shown)}${cutRight}`.trimEnd(),
    mark: `${cutLeft === '' ? '' : ' '}${indent}${'^'.repeat(marked)}`,
  };
}

/** Control characters could move the cursor of a terminal. */
function printable(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g,
    '\u{FFFD}',
  );
}
