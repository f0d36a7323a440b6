import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const anchorRefused: Rule = explain('anchor-refused', {
  title: 'An anchor with an alias',
  reason:
    'Ruby 3.2 and later load the file safely, and safe loading refuses aliases. The template is never registered.',
});
