import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const tagRefused: Rule = explain('tag-refused', {
  title: 'A tag that asks for a Ruby object',
  reason:
    'Safe loading allows plain data only and raises an error for Ruby classes. The template is never registered.',
});
