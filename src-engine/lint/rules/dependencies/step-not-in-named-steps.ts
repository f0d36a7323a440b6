import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { addNamedStep } from '../../fixes/named-steps.ts';

export const stepNotInNamedSteps: Rule = explain('step-not-in-named-steps', {
  title: 'A step that is not on the list of steps',
  reason:
    'Where `named_steps` is given, every step must be on it; otherwise registering fails with `Step template name … is not in the named_steps list`.',
  fix: (problem, { root }) => addNamedStep(problem, root),
});
