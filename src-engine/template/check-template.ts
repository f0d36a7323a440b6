/** Checks a template in every environment it has, as a linter would before a deployment. */
import type { ParseResult } from './judge-template.ts';
import type { Problem } from './problem.ts';
import { environmentNames } from './environment/check-environments.ts';
import { judgeTemplate } from './judge-template.ts';
import { LineIndex } from './line-index.ts';
import { ProblemList } from './problem-list.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface EnvironmentProblem extends Problem {
  /** The environment in which it appears; absent for a problem of the base document. */
  readonly environment?: string;
}

export interface CheckResult {
  /** The base document. */
  readonly base: ParseResult;
  /** Names under `environments`, in file order. */
  readonly environments: readonly string[];
  /** Those of the base first; then what each environment adds, without repeats. */
  readonly problems: readonly EnvironmentProblem[];
}

/** The rest is taken to be like the others: a real template has three or four. */
const MOST_ENVIRONMENTS = 12;

export function checkTemplate(text: string): CheckResult {
  const lines = new LineIndex(text);
  const baseProblems = new ProblemList(text, lines);
  const reading = readYaml(text, baseProblems);
  const base = judgeTemplate(reading, undefined, baseProblems);
  const environments = reading.root === undefined ? [] : environmentNames(reading.root);
  const seen = new Set(base.problems.map(identity));
  const problems: EnvironmentProblem[] = [...base.problems];
  for (const environment of environments.slice(0, MOST_ENVIRONMENTS)) {
    const added = judgeTemplate(reading, environment, new ProblemList(text, lines)).problems;
    for (const problem of added) {
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
