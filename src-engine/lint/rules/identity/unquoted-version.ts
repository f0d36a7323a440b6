import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { quoteIt } from '../../fixes/fixes.ts';

export const unquotedVersion: Rule = explain('unquoted-version', {
  title: 'A version that is read as a number',
  reason:
    'An unquoted `1.0` is a YAML float, and the registry keeps the template under that float. A request with the text `1.0` finds no handler.',
  fix: (problem, context) => quoteIt('Quote the version', problem, context),
});
