import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt } from '../../fixes/fixes.ts';

export const unusedNamedStep: Rule = explain('unused-named-step', {
  title: 'A listed name that no step has',
  reason:
    'The list is a whitelist: a name without a step does nothing. Often it is what is left of a renamed step.',
  fix: (problem, context) => deleteIt('Delete it from the list', problem, context),
});
