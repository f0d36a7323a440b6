import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const emptyValue: Rule = explain('empty-value', {
  title: 'A text that must not be empty is empty',
  reason:
    'The key is there, so no default applies, and the empty text names no class, step or system. The failure comes late: when the template is built or a task is created.',
});
