import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const severalRoots: Rule = {
  code: 'several-roots',
  severity: 'info',
  title: 'More than one step to begin with',
  reason:
    'All steps without parents start at once. That is often meant, and sometimes a forgotten dependency.',
  hint: 'Add a dependency, or leave it.',
  isOff: true,
  check,
};

function check({ steps, graph }: LintContext, report: Finding): void {
  const roots = steps.filter((step) => step.parents.length === 0);
  if (roots.length < 2 || roots.length === graph.names.length) return;
  for (const step of roots.slice(1))
    report(step.place, `The step ${stepLabel(step)} starts at once, besides ${stepLabel(roots[0] ?? step)}.`);
}
