import { levelsOf, topologicalOrder } from '../../../graph/levels.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const deepChain: Rule = {
  code: 'deep-chain',
  severity: 'info',
  title: 'A chain of more than fifty steps',
  reason:
    'The view of the workflow that Tasker publishes stops at a depth of 50 and shows nothing for the steps behind. They run as the others do.',
  hint: 'Split the workflow, or do not rely on that view.',
  check,
};

const DEEPEST = 50;

function check({ steps, graph }: LintContext, report: Finding): void {
  const levels = levelsOf(graph, topologicalOrder(graph));
  const index = levels.findIndex((level) => level > DEEPEST);
  const step = steps[index];
  if (step !== undefined)
    report(step.place, `The step ${stepLabel(step)} is the first with more than ${DEEPEST} steps before it.`);
}
