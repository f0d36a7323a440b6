/**
 * All that is to be said of a template, from one reading: what reading reports and what rules find, each with ways to
 * mend it. Pure; any text gets an answer, none throws. Of broken YAML only the reading speaks.
 */
import { environmentNames } from '../template/environment/check-environments.ts';
import type { ParseOptions } from '../template/parse-template.ts';
import type { Problem } from '../template/problem.ts';
import type { ReadTemplate } from '../template/read-template.ts';
import { readTemplate } from '../template/read-template.ts';
import type { LintConfig } from './lint-config.ts';
import { NO_CONFIG } from './lint-config.ts';
import { LintViews } from './lint-views.ts';

export interface LintOptions extends ParseOptions {
  /** Default: every rule as the registry has it. */
  readonly config?: LintConfig;
}

/** In the order of the text. With an environment: of what that makes of the template. */
export function lintTemplate(text: string, options: LintOptions = {}): readonly Problem[] {
  return lintRead(text, readTemplate(text, options), options);
}

/** The same for a text that was read already, with the same environment. */
export function lintRead(
  text: string,
  { result, reading }: ReadTemplate,
  { environment, config = NO_CONFIG }: LintOptions,
): readonly Problem[] {
  const views = new LintViews(text, reading, config);
  views.addView(environment, result.problems, false);
  // A comment may be for an environment that is not looked at here.
  return views.problems(reading.root === undefined || environmentNames(reading.root).length === 0);
}
