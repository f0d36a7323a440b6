import { stepLabel } from '../../../template/check/step-view.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const sharedHandlerClass: Rule = {
  code: 'shared-handler-class',
  severity: 'info',
  title: 'Two steps with one handler class',
  reason:
    'That is allowed, and each attempt gets a handler of its own. It is also what a copied step looks like whose class was forgotten.',
  hint: 'Give the step its own class, or leave it.',
  check,
};

function check({ steps }: LintContext, report: Finding): void {
  const first = new Map<string, string>();
  for (const step of steps) {
    const node = child(step.node, 'handler_class');
    const name = textOf(node);
    if (node === undefined || name === undefined) continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, stepLabel(step));
    else report(node.place, `The step ${stepLabel(step)} has the handler class of ${earlier}.`);
  }
}
