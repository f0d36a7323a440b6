import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { child } from '../../../template/yaml/node.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const versionFormat: Rule = explain('version-format', {
  title: 'A version that is not three numbers',
  reason:
    'The registry takes any text, but the database model wants `n.n.n`. Every task of the template is refused when it is created.',
  fix: completeVersion,
});

/** `1` and `1.2` lack zeros, `v1.2.3` has a letter too many; what else may be meant, nobody knows. */
function completeVersion({ offset, length }: Problem, { merged }: LintContext): readonly Fix[] {
  const version = child(merged, 'version');
  const written = version?.kind === 'scalar' ? version.source : '';
  const found = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(written);
  if (found === null) return [];
  const [, major, minor = '0', patch = '0'] = found;
  const full = `${major}.${minor}.${patch}`;
  return [replaceText(`Write ${full}`, offset, length, `"${full}"`)];
}
