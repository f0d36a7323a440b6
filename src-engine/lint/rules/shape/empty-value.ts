import { explain } from '../../explain.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Rule } from '../../rule.ts';

/** Without them there is no template and no step. */
const NEEDED = /\/(?:name|handler_class|task_handler_class)$/;

export const emptyValue: Rule = explain('empty-value', {
  title: 'A text that must not be empty is empty',
  reason:
    'The key is there, so no default applies, and the empty text names no class, step or system. The failure comes late: when the template is built or a task is created.',
  fix: (problem, context) => (NEEDED.test(problem.path) ? [] : deleteIt('Delete it', problem, context)),
});
