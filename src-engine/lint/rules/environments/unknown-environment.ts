import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const unknownEnvironment: Rule = explain('unknown-environment', {
  title: 'An environment the template does not have',
  reason:
    'Tasker merges nothing and takes the base document as it stands. That is no error, and easily not what was meant.',
});
