/**
 * All that is to be said of one text: of its base document, of what environments make of it, of it among other files.
 * Add what there is to look at, then ask for the problems.
 */
import { LineIndex } from '../template/line-index.ts';
import type { Problem } from '../template/problem.ts';
import type { Place } from '../template/yaml/node.ts';
import type { YamlReading } from '../template/yaml/read-yaml.ts';
import { FindingList } from './finding-list.ts';
import type { LintConfig } from './lint-config.ts';
import { settingOf } from './lint-config.ts';
import { lintContext } from './lint-context.ts';
import { RULE_CODES, RULES, ruleOf } from './registry.ts';
import type { LintContext, Rule } from './rule.ts';
import { Suppressions } from './suppressions.ts';

/** A problem, and the environment in which alone it appears. */
export interface LintProblem extends Problem {
  readonly environment?: string;
}

export class LintViews {
  readonly #text: string;
  readonly #reading: YamlReading;
  readonly #config: LintConfig;
  readonly #lines: LineIndex;
  readonly #found: LintProblem[] = [];
  readonly #seen = new Set<string>();

  constructor(text: string, reading: YamlReading, config: LintConfig, lines = new LineIndex(text)) {
    this.#text = text;
    this.#reading = reading;
    this.#config = config;
    this.#lines = lines;
  }

  /** @param read What reading reported of this view. @param isAdded Only what no earlier view had is kept, and is said to be of this environment. */
  addView(environment: string | undefined, read: readonly Problem[], isAdded: boolean): void {
    const context = this.#contextOf(environment);
    const checked = context === undefined ? [] : this.#check(context);
    const found = [...withoutSuperseded(this.#asConfigured(read), checked), ...checked];
    for (const problem of found) {
      const identity = `${problem.offset} ${problem.code} ${problem.message}`;
      if (isAdded && this.#seen.has(identity)) continue;
      this.#seen.add(identity);
      const mended = withFixes(problem, context);
      this.#found.push(isAdded && environment !== undefined ? { ...mended, environment } : mended);
    }
  }

  /** What a rule across files found in this one. */
  addFinding(rule: Rule, place: Place, message: string): void {
    const setting = settingOf(rule, this.#config);
    if (setting === 'off') return;
    const list = new FindingList(this.#text.length, this.#lines);
    list.add(rule, setting, place, message);
    this.#found.push(...list.problems);
  }

  /** In the order of the text. @param isWhole Every environment was looked at, so that unused comments can be told. */
  problems(isWhole: boolean): readonly LintProblem[] {
    const suppressions = new Suppressions(this.#text, this.#lines);
    const left = suppressions.without(this.#found);
    const told = new FindingList(this.#text.length, this.#lines);
    if (!this.#reading.isBroken)
      suppressions.tell(RULE_CODES, isWhole, (rule, place, message, hint) => {
        const setting = settingOf(rule, this.#config);
        if (setting !== 'off') told.add(rule, setting, place, message, hint);
      });
    const context = told.problems.length === 0 ? undefined : this.#contextOf(undefined);
    const comments = told.problems.map((problem) => withFixes(problem, context));
    return [...left, ...comments].toSorted((a, b) => a.offset - b.offset);
  }

  /** After a syntax error most of what seems to be wrong was only misread. */
  #contextOf(environment: string | undefined): LintContext | undefined {
    const { root, isBroken } = this.#reading;
    return root === undefined || isBroken ? undefined : lintContext(this.#text, root, environment);
  }

  #check(context: LintContext): readonly Problem[] {
    const list = new FindingList(this.#text.length, this.#lines);
    for (const rule of RULES) {
      const setting = rule.check === undefined ? 'off' : settingOf(rule, this.#config);
      if (setting !== 'off') rule.check?.(context, list.reporter(rule, setting));
    }
    return list.problems;
  }

  #asConfigured(problems: readonly Problem[]): readonly Problem[] {
    return problems.flatMap((problem) => {
      const rule = ruleOf(problem.code);
      const setting = rule === undefined ? problem.severity : settingOf(rule, this.#config);
      if (setting === 'off') return [];
      return setting === problem.severity ? [problem] : [{ ...problem, severity: setting }];
    });
  }
}

/** Without what a rule says more precisely at the same place. */
function withoutSuperseded(read: readonly Problem[], checked: readonly Problem[]): readonly Problem[] {
  const superseded = new Set(
    checked.map(({ code, offset }) => `${offset} ${ruleOf(code)?.supersedes ?? ''}`),
  );
  return read.filter(({ code, offset }) => !superseded.has(`${offset} ${code}`));
}

function withFixes<Found extends Problem>(problem: Found, context: LintContext | undefined): Found {
  const fixes = context === undefined ? [] : (ruleOf(problem.code)?.fix?.(problem, context) ?? []);
  return fixes.length === 0 ? problem : { ...problem, fixes };
}
