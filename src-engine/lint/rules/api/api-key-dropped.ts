import { explain } from '../../explain.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Rule } from '../../rule.ts';

export const apiKeyDropped: Rule = explain('api-key-dropped', {
  title: 'A key that an API configuration drops',
  reason:
    'With `type: api` six keys survive: url, params, ssl, headers, enable_exponential_backoff and retry_delay. `method`, `timeout`, `retries` and the like never reach the handler.',
  needsChoice: true,
  fix: (problem, context) => deleteIt('Delete the key', problem, context),
});
