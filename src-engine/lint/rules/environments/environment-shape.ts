import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const environmentShape: Rule = explain('environment-shape', {
  title: 'An override of the wrong shape',
  reason:
    'The block of environments is never validated: it is taken out before the check. An override of the wrong shape is ignored, or fails only where that environment runs: in production.',
});
