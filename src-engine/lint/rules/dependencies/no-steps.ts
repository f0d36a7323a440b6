import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const noSteps: Rule = explain('no-steps', {
  title: 'A template without steps',
  reason:
    'It loads, and a task of it finds nothing to do: the task goes back to pending and never completes.',
});
