/** What somebody wants to hear of: each rule off, or with a severity of his own. */
import type { Severity } from '../template/problem.ts';
import { isUnloadable } from './explain.ts';
import type { Rule } from './rule.ts';

export type RuleSetting = Severity | 'off';

export interface LintConfig {
  /** By code; a rule that is not named is as the registry says. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export const NO_CONFIG: LintConfig = { rules: {} };

/** An error that keeps the template from loading stays one, whatever the configuration says. */
export function settingOf(rule: Rule, { rules }: LintConfig): RuleSetting {
  const wanted = Object.hasOwn(rules, rule.code) ? rules[rule.code] : undefined;
  if (wanted === undefined) return rule.isOff ? 'off' : rule.severity;
  return isUnloadable(rule.code) ? rule.severity : wanted;
}
