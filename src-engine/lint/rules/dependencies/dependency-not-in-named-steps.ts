import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { addNamedStep } from '../../fixes/named-steps.ts';

export const dependencyNotInNamedSteps: Rule = explain('dependency-not-in-named-steps', {
  title: 'A dependency that is not on the list of steps',
  reason:
    'Where `named_steps` is given, every step that another one waits for must be on it; otherwise registering fails with `Dependency step … is not in the named_steps list`.',
  fix: (problem, { root }) => addNamedStep(problem, root),
});
