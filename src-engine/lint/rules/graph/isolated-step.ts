import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const isolatedStep: Rule = {
  code: 'isolated-step',
  severity: 'info',
  title: 'A step that is not connected to the others',
  reason:
    'It waits for nothing and nothing waits for it, while the others form a workflow. It runs at once, and often a dependency was forgotten.',
  hint: 'Add a dependency, or leave it when it is meant to run on its own.',
  check,
};

function check({ steps, graph }: LintContext, report: Finding): void {
  const isAlone = (index: number): boolean =>
    graph.parents[index]?.length === 0 && graph.children[index]?.length === 0;
  const alone = steps.filter((step, index) => step.parents.length === 0 && isAlone(index));
  // Steps side by side are a workflow as well: without any edge nothing stands out.
  if (steps.length < 3 || alone.length * 2 > steps.length) return;
  for (const step of alone)
    report(step.place, `The step ${stepLabel(step)} has neither parents nor children.`);
}
