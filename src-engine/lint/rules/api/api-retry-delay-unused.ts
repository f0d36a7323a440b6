import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt } from '../../fixes/fixes.ts';

export const apiRetryDelayUnused: Rule = explain('api-retry-delay-unused', {
  title: 'A retry delay that nobody reads',
  reason:
    'The key is accepted and never used: waits come from the backoff table and from the server. Whoever sets it believes in a wait that does not happen.',
  fix: (problem, context) => deleteIt('Delete the key', problem, context),
});
