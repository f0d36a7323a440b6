import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const severalLeaves: Rule = {
  code: 'several-leaves',
  severity: 'info',
  title: 'More than one step to end with',
  reason:
    'The task completes when all of them have. Where one step is to tell that everything is done, it must wait for all others.',
  hint: 'Let the last step wait for the others, or leave it.',
  isOff: true,
  check,
};

function check({ steps, graph }: LintContext, report: Finding): void {
  const leaves = steps.filter((_, index) => graph.children[index]?.length === 0);
  if (leaves.length < 2 || leaves.length === graph.names.length) return;
  for (const step of leaves.slice(0, -1))
    report(step.place, `Nothing waits for the step ${stepLabel(step)}, which is not the last.`);
}
