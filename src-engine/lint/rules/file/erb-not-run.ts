import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const erbNotRun: Rule = explain('erb-not-run', {
  title: 'ERB that nobody runs',
  reason:
    'The documentation shows ERB in templates, but the file is loaded as plain YAML. The tags stay in the values as text, or break the syntax.',
});
