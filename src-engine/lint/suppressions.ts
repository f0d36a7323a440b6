/**
 * Comments that silence rules: `# tasker-lint-disable-line CODE`, `…-next-line CODE`, and `# tasker-lint-disable CODE`
 * for the whole file; several codes with commas, none for all. Whatever follows ` -- ` is a reason for people.
 */
import { nearest } from '../template/check/suggest.ts';
import type { LineIndex } from '../template/line-index.ts';
import type { Problem } from '../template/problem.ts';
import { quote } from '../template/quote.ts';
import type { Place } from '../template/yaml/node.ts';
import { isUnloadable } from './explain.ts';
import { unknownSuppressedCode } from './rules/suppressions/unknown-suppressed-code.ts';
import { unusedSuppression } from './rules/suppressions/unused-suppression.ts';
import type { Rule } from './rule.ts';

/** One code of one comment, or `*` for all. */
interface Suppression {
  readonly code: string;
  /** The line it is about; null: the whole file. */
  readonly line: number | null;
  readonly place: Place;
  used: boolean;
}

/** How a rule about the comments themselves is reported. */
export type SuppressionFinding = (rule: Rule, place: Place, message: string, hint?: string) => void;

const COMMENT = /(?<=^|\s)#\s*tasker-lint-disable(-line|-next-line)?(?![\w-])([^\r\n]*)/gm;

export class Suppressions {
  readonly #all: readonly Suppression[];

  constructor(text: string, lines: LineIndex) {
    this.#all = text.includes('tasker-lint-disable') ? readComments(text, lines) : [];
  }

  /** The problems that nobody silenced. What keeps a template from loading cannot be. */
  without<Found extends Problem>(problems: readonly Found[]): readonly Found[] {
    if (this.#all.length === 0) return problems;
    return problems.filter((problem) => isUnloadable(problem.code) || !this.#silences(problem));
  }

  #silences({ code, line }: Problem): boolean {
    let isSilenced = false;
    for (const each of this.#all) {
      if ((each.line !== null && each.line !== line) || (each.code !== '*' && each.code !== code)) continue;
      each.used = true;
      isSilenced = true;
    }
    return isSilenced;
  }

  /** Comments with codes that do not exist; and, after `without`, those that silenced nothing. */
  tell(codes: ReadonlySet<string>, withUnused: boolean, report: SuppressionFinding): void {
    for (const { code, place, used } of this.#all) {
      if (code !== '*' && !codes.has(code)) {
        const meant = nearest(code, codes);
        report(
          unknownSuppressedCode,
          place,
          `There is no rule ${quote(code)} to silence.`,
          meant === undefined ? undefined : `Did you mean '${meant}'?`,
        );
      } else if (isUnloadable(code)) {
        report(
          unusedSuppression,
          place,
          `${quote(code)} keeps the template from loading and cannot be silenced.`,
        );
      } else if (withUnused && !used) {
        const message =
          code === '*' ? 'There is nothing to silence here.' : `There is no ${quote(code)} to silence here.`;
        report(unusedSuppression, place, message);
      }
    }
  }
}

function readComments(text: string, lines: LineIndex): readonly Suppression[] {
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const [whole, where, rest = ''] = match;
    const { line } = lines.position(match.index);
    const about = where === undefined ? null : where === '-line' ? line : nextLine(line, lines);
    const start = match.index + whole.length - rest.length;
    const listed = [...rest.replace(/\s--\s.*$/, '').matchAll(/[^\s,]+/g)];
    const all = { code: '*', line: about, place: placeAt(match.index, whole.trimEnd().length), used: false };
    if (listed.length === 0) return [all];
    return listed.map(({ 0: code, index }) => ({
      code,
      line: about,
      place: placeAt(start + index, code.length),
      used: false,
    }));
  });
}

/** Comments may be stacked: they are about the first line after them that is none. */
function nextLine(line: number, lines: LineIndex): number {
  let next = line + 1;
  while (/^\s*#/.test(lines.line(next))) next += 1;
  return next;
}

function placeAt(offset: number, length: number): Place {
  return { segment: '', offset, length };
}
