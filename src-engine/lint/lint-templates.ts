/** Templates that belong together, each in every environment it has, as before a deployment. */
import { environmentNames } from '../template/environment/check-environments.ts';
import type { ParseResult } from '../template/judge-template.ts';
import { judgeTemplate } from '../template/judge-template.ts';
import { LineIndex } from '../template/line-index.ts';
import { ProblemList } from '../template/problem-list.ts';
import type { YamlReading } from '../template/yaml/read-yaml.ts';
import { readYaml } from '../template/yaml/read-yaml.ts';
import type { LintConfig } from './lint-config.ts';
import { NO_CONFIG } from './lint-config.ts';
import type { LintProblem } from './lint-views.ts';
import { LintViews } from './lint-views.ts';
import { RULES } from './registry.ts';
import type { LintedFile } from './rule.ts';

export interface TemplateText {
  /** As messages about other files are to name it. */
  readonly file: string;
  readonly text: string;
  /** Default: every rule as the registry has it. */
  readonly config?: LintConfig;
}

export interface LintedTemplate {
  readonly file: string;
  /** The base document. */
  readonly base: ParseResult;
  /** Names under `environments`, in file order. */
  readonly environments: readonly string[];
  /** In the order of the text. */
  readonly problems: readonly LintProblem[];
}

interface Linting {
  readonly file: string;
  readonly reading: YamlReading;
  readonly base: ParseResult;
  readonly environments: readonly string[];
  readonly views: LintViews;
}

/** The rest is taken to be like the others: a real template has three or four. */
const MOST_ENVIRONMENTS = 12;

/** One answer for each file, in their order. */
export function lintTemplates(files: readonly TemplateText[]): readonly LintedTemplate[] {
  const all = files.map(lintOne);
  lintTogether(all);
  return all.map(({ file, base, environments, views }) => ({
    file,
    base,
    environments,
    problems: views.problems(environments.length <= MOST_ENVIRONMENTS),
  }));
}

function lintOne({ file, text, config = NO_CONFIG }: TemplateText): Linting {
  const lines = new LineIndex(text);
  const problems = new ProblemList(text, lines);
  const reading = readYaml(text, problems);
  const views = new LintViews(text, reading, config, lines);
  const base = judgeTemplate(reading, undefined, problems);
  views.addView(undefined, base.problems, false);
  const environments = reading.root === undefined ? [] : environmentNames(reading.root);
  for (const environment of environments.slice(0, MOST_ENVIRONMENTS)) {
    const read = judgeTemplate(reading, environment, new ProblemList(text, lines)).problems;
    views.addView(environment, read, true);
  }
  return { file, reading, base, environments, views };
}

function lintTogether(all: readonly Linting[]): void {
  const views = new Map<LintedFile, LintViews>();
  for (const { file, reading, views: own } of all) {
    if (reading.root !== undefined && !reading.isBroken) views.set({ file, root: reading.root }, own);
  }
  for (const rule of RULES)
    rule.checkFiles?.([...views.keys()], (file, place, message) =>
      views.get(file)?.addFinding(rule, place, message),
    );
}
