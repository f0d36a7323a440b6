import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const tooLong: Rule = explain('too-long', {
  title: 'A name longer than its column',
  reason:
    'The template loads, but every task of it fails when its rows are written: the database column is not longer.',
});
