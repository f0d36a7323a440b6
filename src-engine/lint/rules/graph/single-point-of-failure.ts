import type { Fix, Problem } from '../../../template/problem.ts';
import { topologicalOrder } from '../../../graph/levels.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import { child } from '../../../template/yaml/node.ts';
import { setIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const singlePointOfFailure: Rule = {
  code: 'single-point-of-failure',
  severity: 'info',
  title: 'Everything depends on one step with one attempt',
  reason:
    'Every step before it leads to it and every step after it waits for it, and its first failure is its last. One lost connection there fails the whole task.',
  hint: 'Allow more attempts if the step may be repeated.',
  check,
  fix,
  needsChoice: true,
};

/** A step with fewer behind it is a tail, not a point the workflow hangs on. */
const LEAST_BEHIND = 2;

function check({ steps, graph }: LintContext, report: Finding): void {
  const order = topologicalOrder(graph);
  if (order.length < graph.names.length) return;
  const closed = alone(order, graph.parents);
  const opened = alone(order.toReversed(), graph.children);
  for (const index of order.slice(0, -LEAST_BEHIND)) {
    const step = steps[index];
    const limit = child(step?.node, 'default_retry_limit');
    if (step === undefined || limit?.kind !== 'scalar' || limit.value !== 1) continue;
    if (!closed.has(index) || !opened.has(index)) continue;
    report(limit.place, `The whole task fails when the only attempt of ${stepLabel(step)} does.`);
  }
}

/** Steps at which every earlier one of the order leads on to a later one: all of them lie before the step. */
function alone(order: readonly number[], before: readonly (readonly number[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = new Set<number>();
  for (const index of order) {
    for (const earlier of before[index] ?? []) open.delete(earlier);
    open.add(index);
    if (open.size === 1) found.add(index);
  }
  return found;
}

function fix(problem: Problem, context: LintContext): readonly Fix[] {
  return setIt('Allow three attempts', 3, problem, context);
}
