import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const unusedAnchor: Rule = explain('unused-anchor', {
  title: 'An anchor nobody refers to',
  reason:
    'Ruby tolerates an anchor as long as no alias refers to it, and then it does nothing. The first alias somebody adds makes the file unloadable.',
  fix: deleteAnchor,
});

/** The anchor stands before the value, perhaps on the line above, and with a blank behind it. */
function deleteAnchor({ offset }: Problem, { text }: LintContext): readonly Fix[] {
  const before = /&\S+\s*$/.exec(text.slice(0, offset));
  const anchor = before === null ? undefined : /^&\S+[ \t]*/.exec(before[0])?.[0];
  if (before === null || anchor === undefined) return [];
  return [replaceText('Delete the anchor', before.index, anchor.length, '')];
}
