import type { Fix, Problem } from '../../../template/problem.ts';
import { redundantEdges } from '../../../graph/redundant-edges.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import { quote } from '../../../template/quote.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import { keyPathOf } from '../../fixes/key-path.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const redundantDependency: Rule = {
  code: 'redundant-dependency',
  severity: 'info',
  title: 'A dependency that another one implies',
  reason:
    'The step waits for the same parent over another one already, so the edge changes nothing. It costs: the check for cycles follows every path when a task is created.',
  hint: 'Delete the dependency.',
  check,
  fix,
};

/** Finding them is quadratic at worst; nobody reads a larger list anyway. */
const MOST_STEPS = 2000;

function check({ steps, graph }: LintContext, report: Finding): void {
  if (steps.length > MOST_STEPS) return;
  for (const { from, to, through } of redundantEdges(graph)) {
    const step = steps[to];
    const name = graph.names[from] ?? '';
    const parent = step?.parents.find((each) => each.name === name);
    if (step === undefined || parent === undefined) continue;
    report(
      parent.place,
      `The step ${stepLabel(step)} waits for ${quote(name)} over ${quote(graph.names[through] ?? '')} already.`,
    );
  }
}

function fix(problem: Problem, context: LintContext): readonly Fix[] {
  const keys = keyPathOf(problem.path, context.root);
  const step = context.steps.find((each) => keys?.[0] === 'step_templates' && each.index === keys[1]);
  const parent = step?.parents.find(({ place }) => place.offset === problem.offset);
  if (step?.name === undefined || parent === undefined) return deleteIt('Delete it', problem, context);
  const to = step.name;
  return [
    {
      title: `${quote(to)} no longer names ${quote(parent.name)}`,
      edit: { kind: 'disconnect', from: parent.name, to },
    },
  ];
}
