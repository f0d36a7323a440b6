import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const notInterpolated: Rule = explain('not-interpolated', {
  title: 'A variable that nobody fills in',
  reason:
    'The file is loaded as plain YAML: neither `${VAR}` nor ERB is replaced. The handler is given the text with its braces, and an API key that was to come from the environment is the name of a variable.',
});
