/** Turns the YAML parser's errors into problems, with a hint for the kinds people really make. */
import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Report } from '../problem-codes.ts';

const HINTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
  BAD_INDENT: 'Align the line with the lines it belongs to.',
  BLOCK_AS_IMPLICIT_KEY: 'Quote the value if it contains `: `, or put the nested map on its own lines.',
  MULTILINE_IMPLICIT_KEY: 'Is a colon missing on the line before?',
  BAD_SCALAR_START: 'Quote the value: it begins with a reserved character.',
  MISSING_CHAR: 'Close the quote or bracket, or add the missing character.',
  BAD_DQ_ESCAPE: 'Use single quotes, or double the backslash.',
  KEY_OVER_1024_CHARS: 'A key must not be longer than 1024 characters; is a quote or a colon missing?',
};

/** After this many, the file is not YAML at all. */
const MOST_ERRORS = 20;
const LONGEST_MESSAGE = 200;

export function hasSyntaxErrors(errors: readonly YAMLParseError[]): boolean {
  return errors.some(isSyntaxError);
}

export function reportSyntaxErrors(errors: readonly YAMLParseError[], report: Report): void {
  for (const error of rootCauses(errors.filter(isSyntaxError)).slice(0, MOST_ERRORS)) {
    const [offset, end] = error.pos;
    const place = { segment: '', offset, length: Math.max(end - offset, 1) };
    report('yaml-syntax', place, `The YAML cannot be read: ${sentence(error.message)}`, HINTS[error.code]);
  }
}

/** The parser may quote the offending text, which can be the whole file. */
function sentence(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  const cut = line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
  return /[.!?]$/.test(cut) ? cut : `${cut}.`;
}

/** Once the parser has lost its way, every further token is unexpected; only the first such complaint is worth reading. */
function rootCauses(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  return errors.filter(({ code }, index) => index === 0 || code !== 'UNEXPECTED_TOKEN');
}

/** Tags are judged later, by what Ruby does with them. */
function isSyntaxError(error: YAMLParseError): boolean {
  return error.code !== 'TAG_RESOLVE_FAILED';
}
