import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const largeNumber: Rule = explain('large-number', {
  title: 'A number that is not kept exactly',
  reason:
    'The workbench shows the number rounded, as everything does that handles JSON with floats. Identifiers of this length lose their last digits on the way.',
  needsChoice: true,
  fix: (problem, context) => quoteIt('Quote the text', problem, context),
});
