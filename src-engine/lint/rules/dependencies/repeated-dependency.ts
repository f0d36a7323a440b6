import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt } from '../../fixes/fixes.ts';

export const repeatedDependency: Rule = explain('repeated-dependency', {
  title: 'A dependency named twice',
  reason:
    'Repeats are removed before edges are made. The second mention does nothing, and misleads whoever deletes the first.',
  fix: (problem, context) => deleteIt('Delete the repetition', problem, context),
});
