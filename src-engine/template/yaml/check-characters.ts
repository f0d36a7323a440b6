/** Looks at the bare characters of a file, before YAML: marks, control characters, broken pairs, line endings. */
import type { Report } from '../problem-codes.ts';
import type { Place } from './node.ts';

/** Two million UTF-16 units: far above any real template, low enough to answer while somebody types. */
export const LARGEST_FILE = 2_000_000;

/** Enough to show the trouble; a binary file would have one per character. */
const MOST_PER_KIND = 20;

/** Tab, LF and CR are allowed; NEL is a line break in YAML 1.1. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Line breaks of YAML 1.1 that nobody sees. */
const UNUSUAL_BREAK = /[\u0085\u2028\u2029]/g;
const LONE_RETURN = /\r(?!\n)/g;

/** False when the file is too large to be looked at further. */
export function checkCharacters(text: string, report: Report): boolean {
  if (text.length > LARGEST_FILE) {
    const message = `The file has ${text.length} characters; ${LARGEST_FILE} are the most that is read.`;
    report('file-too-large', at(0, 0), message);
    return false;
  }
  if (text.startsWith('\uFEFF')) {
    report('byte-order-mark', at(0, 1), 'The file begins with a byte order mark.');
  }
  for (const offset of offsets(text, CONTROL)) {
    report(
      'control-character',
      at(offset, 1),
      `The character ${codePoint(text, offset)} is not allowed in YAML.`,
    );
  }
  for (const offset of offsets(text, LONE_SURROGATE)) {
    report('lone-surrogate', at(offset, 1), `${codePoint(text, offset)} is half of a character.`);
  }
  checkLineEndings(text, report);
  return true;
}

function checkLineEndings(text: string, report: Report): void {
  for (const offset of offsets(text, LONE_RETURN)) {
    report('lone-carriage-return', at(offset, 1), 'A carriage return without line feed stands here.');
  }
  for (const offset of offsets(text, UNUSUAL_BREAK)) {
    report('unusual-line-break', at(offset, 1), `${codePoint(text, offset)} is an invisible line break.`);
  }
  const firstWindows = text.indexOf('\r\n');
  const firstUnix = text.search(/(?<!\r)\n/);
  if (firstWindows >= 0 && firstUnix >= 0) {
    const offset = Math.max(firstWindows, firstUnix);
    report('mixed-line-endings', at(offset, 1), 'The file mixes LF and CRLF line endings; they change here.');
  }
}

function offsets(text: string, pattern: RegExp): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push(match.index);
    if (found.length === MOST_PER_KIND) break;
  }
  return found;
}

function codePoint(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
}

function at(offset: number, length: number): Place {
  return { segment: '', offset, length };
}
