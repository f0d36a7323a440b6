import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const base60Number: Rule = explain('base-60-number', {
  title: 'A number of base 60',
  reason:
    '`12:30` is the number 45000 in YAML 1.1, and so are other figures with colons. A time of day or a port mapping arrives as a number.',
  needsChoice: true,
  fix: (problem, context) => quoteIt('Quote the text', problem, context),
});
