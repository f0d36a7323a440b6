/** Collects what rules find, and makes problems of it as reading does. */
import type { LineIndex } from '../template/line-index.ts';
import type { Problem, Severity } from '../template/problem.ts';
import type { Place } from '../template/yaml/node.ts';
import { pathOf } from '../template/yaml/node.ts';
import type { Finding, Rule } from './rule.ts';

/** As in reading: a slip in every step of a large file must not flood the list. */
const MOST_PER_RULE = 100;

export class FindingList {
  readonly problems: Problem[] = [];
  readonly #lines: LineIndex;
  readonly #textLength: number;

  constructor(textLength: number, lines: LineIndex) {
    this.#textLength = textLength;
    this.#lines = lines;
  }

  /** How one rule reports. */
  reporter(rule: Rule, severity: Severity): Finding {
    let count = 0;
    return (place, message, hint) => {
      count += 1;
      if (count <= MOST_PER_RULE) this.add(rule, severity, place, message, hint);
    };
  }

  add(rule: Rule, severity: Severity, place: Place, message: string, hint = rule.hint): void {
    const offset = Math.min(Math.max(place.offset, 0), this.#textLength);
    const length = Math.min(Math.max(place.length, 0), this.#textLength - offset);
    this.problems.push({
      code: rule.code,
      severity,
      message,
      hint,
      path: pathOf(place),
      ...this.#lines.position(offset),
      offset,
      length,
    });
  }
}
