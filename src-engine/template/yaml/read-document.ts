/** Text to the syntax tree of its first YAML document, with every syntax error reported. */
import type { CST, Document } from 'yaml';
import { Composer } from 'yaml';
import type { Report } from '../problem-codes.ts';
import { reportSyntaxErrors } from './syntax-errors.ts';
import { readTokens } from './token-reader.ts';

const WHOLE = { segment: '', offset: 0, length: 0 } as const;

/** The first document, or undefined when it is not worth going on; the reason has been reported. */
export function readDocument(text: string, report: Report): Document.Parsed | undefined {
  const tokens = readTokens(text, report);
  if (tokens === undefined) return undefined;
  try {
    const document = withoutStackTraces(() => compose(tokens, text.length));
    if (document !== undefined) reportSyntaxErrors(document.errors, report);
    return document;
  } catch (error) {
    // The limits of the token reader should make this unreachable; still, nothing typed may take an editor down.
    const reason = error instanceof RangeError ? 'it is too deep' : String(error);
    report('nesting-too-deep', WHOLE, `The document cannot be read: ${reason}.`);
    return undefined;
  }
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed | undefined {
  // `failsafe` leaves every scalar as text: what it means in Ruby is decided by our own table.
  const composer = new Composer({
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    // Edits are made where dashes, colons and commas stand.
    keepSourceTokens: true,
  });
  for (const document of composer.compose(tokens, true, length)) return document;
  return undefined;
}

/** A hostile file has hundreds of thousands of errors, and the stack trace is what each of them costs. */
function withoutStackTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
