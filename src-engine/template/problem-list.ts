/** Collects what the stages report, adds lines and columns, and puts it in the order of the text. */
import type { Problem } from './problem.ts';
import type { Report, TemplateProblemCode } from './problem-codes.ts';
import type { Place } from './yaml/node.ts';
import { LineIndex } from './line-index.ts';
import { TEMPLATE_PROBLEM_CODES } from './problem-codes.ts';
import { pathOf } from './yaml/node.ts';

/** Hostile files have one mistake per character; nobody reads more than this many. */
const MOST_PROBLEMS = 500;

export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #lines: LineIndex;
  readonly #textLength: number;
  #dropped = 0;
  #hasErrors = false;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    this.#textLength = text.length;
  }

  /** True once an error was reported, also when it was one too many to be kept. */
  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  readonly report: Report = (code, place, message, hint) => {
    this.#hasErrors ||= TEMPLATE_PROBLEM_CODES[code].severity === 'error';
    if (this.#problems.length >= MOST_PROBLEMS) this.#dropped += 1;
    else this.#problems.push(this.#problem(code, place, message, hint));
  };

  /** In the order of the text; problems at one place keep the order in which they were found. */
  sorted(): readonly Problem[] {
    const sorted = this.#problems.toSorted((a, b) => a.offset - b.offset);
    if (this.#dropped === 0) return sorted;
    const end = { segment: '', offset: this.#textLength, length: 0 };
    return [...sorted, this.#problem('more-problems', end, `${this.#dropped} more problems are not listed.`)];
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
