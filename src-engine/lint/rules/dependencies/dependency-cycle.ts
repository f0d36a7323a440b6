import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { disconnections } from '../../fixes/cycle-edges.ts';

export const dependencyCycle: Rule = explain('dependency-cycle', {
  title: 'Steps that wait for each other',
  reason:
    'The closing edge is refused when it is written, after everything before it: no task of the template can be created. Loading the template does not show it.',
  needsChoice: true,
  fix: (problem, context) => disconnections(problem, context),
});
