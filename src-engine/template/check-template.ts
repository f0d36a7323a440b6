/** Checks a template in every environment it has, as a linter would before a deployment. */
import type { Problem } from './problem.ts';
import type { ParseResult } from './parse-template.ts';
import { readOutline } from './outline.ts';
import { parseTemplate } from './parse-template.ts';

export interface EnvironmentProblem extends Problem {
  /** The environment in which it appears; absent for a problem of the base document. */
  readonly environment?: string;
}

export interface CheckResult {
  /** The base document. */
  readonly base: ParseResult;
  readonly environments: readonly string[];
  /** Those of the base first; then what each environment adds, without repeats. */
  readonly problems: readonly EnvironmentProblem[];
}

/** Each environment is a parse of its own; beyond this many the rest is taken to be like the others. */
const MOST_ENVIRONMENTS = 12;

export function checkTemplate(text: string): CheckResult {
  const { environments } = readOutline(text);
  const base = parseTemplate(text);
  const seen = new Set(base.problems.map(identity));
  const problems: EnvironmentProblem[] = [...base.problems];
  for (const environment of environments.slice(0, MOST_ENVIRONMENTS)) {
    for (const problem of parseTemplate(text, { environment }).problems) {
      if (seen.has(identity(problem))) continue;
      seen.add(identity(problem));
      problems.push({ ...problem, environment });
    }
  }
  return { base, environments, problems };
}

function identity({ code, offset, message }: Problem): string {
  return `${offset} ${code} ${message}`;
}
