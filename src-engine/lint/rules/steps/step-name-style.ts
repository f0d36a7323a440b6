import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const stepNameStyle: Rule = {
  code: 'step-name-style',
  severity: 'info',
  title: 'A step name with capital letters or blanks',
  reason:
    'Names are compared letter by letter, in handlers that look for the results of a step as well. Names that can be written in several ways are mistyped sooner or later.',
  hint: 'Use small letters, digits and underscores, such as `charge_card`.',
  check,
  fix,
  needsChoice: true,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps)
    if (step.name !== undefined && /[\p{Lu}\s]/u.test(step.name))
      report(step.place, `The name ${quote(step.name)} has capital letters or blanks.`);
}

function fix({ path }: Problem, { steps }: LintContext): readonly Fix[] {
  const step = steps.find(({ index }) => path === `/step_templates/${index}/name`);
  if (step?.name === undefined) return [];
  const name = snakeCase(step.name);
  if (name === '' || steps.some((other) => other.name === name)) return [];
  return [{ title: `Rename it to ${quote(name)}`, edit: { kind: 'rename-step', step: step.name, name } }];
}

function snakeCase(name: string): string {
  return name
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
