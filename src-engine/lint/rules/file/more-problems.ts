import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const moreProblems: Rule = explain('more-problems', {
  title: 'Some problems are not listed',
  reason:
    'Of each kind of problem the first hundred are listed. A slip made in every step of a large file must not hide the others.',
});
