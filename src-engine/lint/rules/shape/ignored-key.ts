import { explain } from '../../explain.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Rule } from '../../rule.ts';

export const ignoredKey: Rule = explain('ignored-key', {
  title: 'A key that nothing reads',
  reason:
    'The template schema tolerates any key at any level, and the engine reads only those it knows. What stands here has no effect; it may be a note, or a setting somebody believes in.',
  needsChoice: true,
  fix: (problem, context) => deleteIt('Delete the key', problem, context),
});
