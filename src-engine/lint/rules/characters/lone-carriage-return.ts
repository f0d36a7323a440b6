import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const loneCarriageReturn: Rule = explain('lone-carriage-return', {
  title: 'A carriage return of its own',
  reason:
    'YAML ends the line here, most editors do not show it. What looks like one line is two, and the second may be a key.',
});
