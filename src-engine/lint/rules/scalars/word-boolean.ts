import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { quoteIt, replaceText } from '../../fixes/fixes.ts';

export const wordBoolean: Rule = explain('word-boolean', {
  title: 'A word that is read as a boolean',
  reason:
    '`yes`, `no`, `on` and `off` are booleans in YAML 1.1, which Ruby reads. A country code `NO` or a switch `on` is not the text it seems to be.',
  needsChoice: true,
  fix: (problem, context) => [...asBoolean(problem, context), ...quoteIt('Quote the text', problem, context)],
});

/** What is loaded stays the same. */
function asBoolean({ offset, length }: Problem, { text }: LintContext): readonly Fix[] {
  const word = text.slice(offset, offset + length);
  if (!/^(?:yes|no|on|off)$/i.test(word)) return [];
  const value = /^(?:yes|on)$/i.test(word) ? 'true' : 'false';
  return [replaceText(`Write ${value}`, offset, length, value)];
}
