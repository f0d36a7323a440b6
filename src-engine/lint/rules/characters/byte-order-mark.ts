import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const byteOrderMark: Rule = explain('byte-order-mark', {
  title: 'The file begins with a byte order mark',
  reason:
    'Ruby reads UTF-8 without the mark. Some loaders take it for a part of the first key, which then is unknown.',
  fix: (problem) => [replaceText('Delete the byte order mark', problem.offset, 1, '')],
});
