import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const keyNotText: Rule = explain('key-not-text', {
  title: 'A key that is not read as text',
  reason:
    'An unquoted `on`, `yes`, `1` or `:name` becomes a boolean, a number or a symbol. The engine looks for text keys only and never finds it.',
  fix: (problem, context) => quoteIt('Quote the key', problem, context),
});
