import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt } from '../../fixes/fixes.ts';

export const selfDependency: Rule = explain('self-dependency', {
  title: 'A step that waits for itself',
  reason: 'The edge is refused when it is written, so no task of the template can be created.',
  fix: (problem, context) => deleteIt('Delete the dependency', problem, context),
});
