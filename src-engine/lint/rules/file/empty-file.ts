import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const emptyFile: Rule = explain('empty-file', {
  title: 'The file holds no data',
  reason:
    'An empty document is loaded as nothing at all, and the builder fails on it with an error about `nil` that does not name the file.',
});
