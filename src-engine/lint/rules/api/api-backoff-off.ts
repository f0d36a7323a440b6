import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { addToConfig } from '../../fixes/api-config.ts';

export const apiBackoffOff: Rule = explain('api-backoff-off', {
  title: 'Exponential backoff is off',
  reason:
    'In code the default is on; from YAML an absent key is nothing, which counts as off. A server that answers 429 or 503 is asked again after the short wait of any failure.',
  fix: (problem, context) =>
    addToConfig('Switch exponential backoff on', 'enable_exponential_backoff', true, problem, context),
});
