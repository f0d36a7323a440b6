/**
 * Reads the YAML tokens of the first document only, and gives up on files that would be slow to read or so deep
 * that the recursive stage after it would overflow the stack. The token parser itself keeps an explicit stack.
 */
import type { CST } from 'yaml';
import { Lexer, Parser } from 'yaml';
import type { Report } from '../problem-codes.ts';

/** As deep as Ruby's JSON writer goes. */
const DEEPEST = 100;
/** Spaces, line breaks and marks count as well: about 50,000 lines of `key: value`. */
const MOST_TOKENS = 250_000;
/** Past this many the file is not YAML at all. */
const MOST_ERRORS = 20;

/** The tokens, or undefined when reading stopped; the reason has been reported. */
export function readTokens(text: string, report: Report): readonly CST.Token[] | undefined {
  return new TokenReader(report).read(text);
}

class TokenReader {
  readonly #report: Report;
  readonly #parser = new Parser();
  readonly #tokens: CST.Token[] = [];
  #lexemes = 0;
  #errors = 0;
  #documentDone = false;

  constructor(report: Report) {
    this.#report = report;
  }

  read(text: string): readonly CST.Token[] | undefined {
    for (const lexeme of new Lexer().lex(text)) {
      this.#lexemes += 1;
      for (const token of this.#parser.next(lexeme)) this.#take(token);
      if (this.#reportLimit()) return undefined;
      if (this.#errors > MOST_ERRORS || this.#reportSecondDocument()) return this.#tokens;
    }
    for (const token of this.#parser.end()) this.#take(token);
    return this.#tokens;
  }

  #take(token: CST.Token): void {
    this.#tokens.push(token);
    if (token.type === 'error') this.#errors += 1;
    if (token.type === 'document') this.#documentDone = true;
  }

  #reportLimit(): boolean {
    const place = { segment: '', offset: this.#parser.offset, length: 1 };
    if (this.#parser.stack.length > DEEPEST + 1) {
      this.#report('nesting-too-deep', place, `The nesting is deeper than ${DEEPEST} levels here.`);
      return true;
    }
    if (this.#lexemes <= MOST_TOKENS) return false;
    this.#report(
      'too-many-tokens',
      place,
      `The file has more than ${MOST_TOKENS} YAML tokens; reading stopped here.`,
    );
    return true;
  }

  /** Ruby's plain load stops after the first document, so what follows is not even checked. */
  #reportSecondDocument(): boolean {
    const next = this.#documentDone ? this.#parser.stack[0] : undefined;
    if (next?.type !== 'document') return false;
    const place = { segment: '', offset: next.offset, length: 3 };
    this.#report('multiple-documents', place, 'A second document begins here; it is not read.');
    return true;
  }
}
