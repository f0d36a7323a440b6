import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const limitTooLarge: Rule = explain('limit-too-large', {
  title: 'A limit that no column can hold',
  reason:
    'The column has 32 bits. The template loads, and every task of it fails when the row of the step is written.',
});
