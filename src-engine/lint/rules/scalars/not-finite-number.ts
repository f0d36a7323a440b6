import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const notFiniteNumber: Rule = explain('not-finite-number', {
  title: 'A number that is not finite',
  reason:
    '`.inf` and `.nan` have no form in JSON. The context and the results of steps are stored as JSON, so the value is lost or refused there.',
});
