import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const environmentMergeFails: Rule = explain('environment-merge-fails', {
  title: 'An override of steps that cannot be merged',
  reason:
    'Steps are matched by name between two lists. Where one side has no list the merge raises an error, in that environment only.',
});
