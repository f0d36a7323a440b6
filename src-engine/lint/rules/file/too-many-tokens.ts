import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const tooManyTokens: Rule = explain('too-many-tokens', {
  title: 'The file has too many parts',
  reason:
    'Reading a file with this many lines, words and marks would take seconds with every letter typed. The workbench stops here; Tasker itself has no such limit.',
});
