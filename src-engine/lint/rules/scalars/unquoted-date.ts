import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const unquotedDate: Rule = explain('unquoted-date', {
  title: 'A date without quotes',
  reason:
    'Unquoted dates and times become Ruby objects, and safe loading refuses them. One date in a description keeps the whole template from loading.',
  fix: (problem, context) => quoteIt('Quote the date', problem, context),
});
