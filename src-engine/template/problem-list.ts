/** Collects what the stages report, adds lines and columns, and puts it in the order of the text. */
import type { Problem } from './problem.ts';
import type { Report, TemplateProblemCode } from './problem-codes.ts';
import type { Place } from './yaml/node.ts';
import { LineIndex } from './line-index.ts';
import { TEMPLATE_PROBLEM_CODES } from './problem-codes.ts';
import { pathOf } from './yaml/node.ts';

/** A slip made in every step of a large file must neither flood the list nor push other kinds out of it. */
const MOST_PER_CODE = 100;

export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #lines: LineIndex;
  readonly #textLength: number;
  readonly #counts = new Map<TemplateProblemCode, number>();
  #dropped = 0;
  #hasErrors = false;

  /** `lines` saves the index when a text is judged several times. */
  constructor(text: string, lines = new LineIndex(text)) {
    this.#lines = lines;
    this.#textLength = text.length;
  }

  /** True once an error was reported, also when it was one too many to be kept. */
  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  readonly report: Report = (code, place, message, hint) => {
    this.#hasErrors ||= TEMPLATE_PROBLEM_CODES[code].severity === 'error';
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_PER_CODE) this.#dropped += 1;
    else this.#problems.push(this.#problem(code, place, message, hint));
  };

  /** In the order of the text; problems at one place keep the order in which they were found. */
  sorted(): readonly Problem[] {
    const sorted = this.#problems.toSorted((a, b) => a.offset - b.offset);
    if (this.#dropped === 0) return sorted;
    const end = { segment: '', offset: this.#textLength, length: 0 };
    return [
      ...sorted,
      this.#problem(
        'more-problems',
        end,
        `${this.#dropped} more problems of the kinds above are not listed.`,
      ),
    ];
  }

  #problem(code: TemplateProblemCode, place: Place, message: string, hint?: string): Problem {
    const offset = Math.min(Math.max(place.offset, 0), this.#textLength);
    const length = Math.min(Math.max(place.length, 0), this.#textLength - offset);
    const { severity, hint: usualHint } = TEMPLATE_PROBLEM_CODES[code];
    const path = pathOf(place);
    return {
      code,
      severity,
      message,
      hint: hint ?? usualHint,
      path,
      ...this.#lines.position(offset),
      offset,
      length,
    };
  }
}
