import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { setIt } from '../../fixes/fixes.ts';

export const noAttempts: Rule = explain('no-attempts', {
  title: 'A retry limit below 1',
  reason:
    'The limit counts all attempts, the first included. With 0 the first one is refused already: the step stays pending for ever.',
  fix: (problem, context) => setIt('Allow one attempt', 1, problem, context),
});
