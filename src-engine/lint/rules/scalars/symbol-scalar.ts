import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { quoteIt, replaceText } from '../../fixes/fixes.ts';

export const symbolScalar: Rule = explain('symbol-scalar', {
  title: 'A text that begins with a colon',
  reason:
    'Ruby reads it as a symbol. Compared with a text it is never equal, and JSON writes it without its colon.',
  needsChoice: true,
  fix: (problem, context) => [
    ...quoteIt('Quote the text', problem, context),
    ...withoutColon(problem, context),
  ],
});

function withoutColon({ offset }: Problem, { text }: LintContext): readonly Fix[] {
  return text[offset] === ':' ? [replaceText('Delete the colon', offset, 1, '')] : [];
}
