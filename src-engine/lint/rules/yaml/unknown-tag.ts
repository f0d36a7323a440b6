import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const unknownTag: Rule = explain('unknown-tag', {
  title: 'A tag without effect',
  reason:
    'Ruby knows nothing by this name and reads the value as if the tag were not there, unquoted even when it is quoted.',
});
