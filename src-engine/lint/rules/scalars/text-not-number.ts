import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const textNotNumber: Rule = explain('text-not-number', {
  title: 'A number that is read as text',
  reason:
    'Ruby wants a point for a float and a sign for an exponent: `1e3` and `0o17` are texts to it. A check for a number fails.',
  needsChoice: true,
  fix: (problem, context) => quoteIt('Quote the text', problem, context),
});
