import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const nestingTooDeep: Rule = explain('nesting-too-deep', {
  title: 'The nesting is too deep',
  reason:
    'Nothing in a template needs so many levels, and a reader that follows them all can run out of memory. The workbench stops here.',
});
