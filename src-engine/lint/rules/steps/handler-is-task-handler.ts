import { stepLabel } from '../../../template/check/step-view.ts';
import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const handlerIsTaskHandler: Rule = {
  code: 'handler-is-task-handler',
  severity: 'warning',
  title: 'A step is handled by the class of the task',
  reason:
    'The class of a task has no `process`: every attempt of the step fails with a missing method. The two keys differ by one word and are easily confused.',
  hint: 'Name the class of the step handler.',
  check,
};

function check({ merged, steps }: LintContext, report: Finding): void {
  const taskHandler = textOf(child(merged, 'task_handler_class'));
  if (taskHandler === undefined) return;
  for (const step of steps) {
    const node = child(step.node, 'handler_class');
    if (node !== undefined && textOf(node) === taskHandler)
      report(
        node.place,
        `The step ${stepLabel(step)} is to be handled by ${quote(taskHandler)}, the class of the task.`,
      );
  }
}
