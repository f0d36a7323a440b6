import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const missingKey: Rule = explain('missing-key', {
  title: 'A key that must be there is missing',
  reason:
    'The template schema asks for it, and without it registering fails with `Invalid task handler configuration`. Only the first such error is told by Tasker, so the next deployment may fail on the next one.',
});
