import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { addToConfig, JSON_HEADERS } from '../../fixes/api-config.ts';

export const apiHeadersMissing: Rule = explain('api-headers-missing', {
  title: 'An API step without headers',
  reason:
    'In code the JSON headers are the default; from YAML an absent key overrides them with nothing. The request goes out without `Content-Type` and `Accept`.',
  fix: (problem, context) => addToConfig('Add the JSON headers', 'headers', JSON_HEADERS, problem, context),
});
