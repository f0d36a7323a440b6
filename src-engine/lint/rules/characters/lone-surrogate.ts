import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const loneSurrogate: Rule = explain('lone-surrogate', {
  title: 'Half of a character',
  reason:
    'Half of a surrogate pair is no character and cannot be saved as UTF-8. Saving would put a replacement in its place.',
});
