import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const namespaceNotText: Rule = explain('namespace-not-text', {
  title: 'A namespace that is not read as text',
  reason:
    'The registry keeps the template under a number or a boolean. A request, whose namespace is always text, finds no handler.',
  fix: (problem, context) => quoteIt('Quote the namespace', problem, context),
});
