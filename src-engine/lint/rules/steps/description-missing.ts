import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const descriptionMissing: Rule = {
  code: 'description-missing',
  severity: 'info',
  title: 'A step without a description',
  reason:
    'The name stands in for it wherever steps are listed. Whoever looks at a failed task at night reads the description first.',
  hint: 'Add a `description`.',
  isOff: true,
  check,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps)
    if (!step.node.entries.has('description'))
      report(step.place, `The step ${stepLabel(step)} has no description.`);
}
