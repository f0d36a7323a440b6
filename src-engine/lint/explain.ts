/** Makes a rule of a problem that reading a template reports: severity and hint stay where they are, in its table. */
import type { TemplateProblemCode } from '../template/problem-codes.ts';
import { TEMPLATE_PROBLEM_CODES } from '../template/problem-codes.ts';
import type { Rule } from './rule.ts';

export function explain(
  code: TemplateProblemCode,
  facts: Pick<Rule, 'title' | 'reason' | 'fix' | 'needsChoice'>,
): Rule {
  return { code, ...TEMPLATE_PROBLEM_CODES[code], ...facts };
}

/** The template does not load, or no task of it can be created: nobody can wish that away. */
export function isUnloadable(code: string): boolean {
  const codes: Readonly<Record<string, { readonly severity: string }>> = TEMPLATE_PROBLEM_CODES;
  return Object.hasOwn(codes, code) && codes[code]?.severity === 'error';
}
