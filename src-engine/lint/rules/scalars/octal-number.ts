import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const octalNumber: Rule = explain('octal-number', {
  title: 'A number with a leading zero',
  reason:
    'Digits behind a zero are read as an octal number: `0777` is 511. Postcodes and account numbers lose their zeros and their value.',
  needsChoice: true,
  fix: (problem, context) => quoteIt('Quote the text', problem, context),
});
