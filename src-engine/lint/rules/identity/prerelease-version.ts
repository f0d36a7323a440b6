import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { child } from '../../../template/yaml/node.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const prereleaseVersion: Rule = explain('prerelease-version', {
  title: 'A version with a suffix',
  reason:
    'The registry takes it, and the documentation shows such versions; the database model wants three numbers and nothing else. Every task of `2.0.0-beta.1` is refused when it is created.',
  needsChoice: true,
  fix: withoutSuffix,
});

function withoutSuffix({ offset, length }: Problem, { merged }: LintContext): readonly Fix[] {
  const version = child(merged, 'version');
  const numbers = version?.kind === 'scalar' ? /^\d+\.\d+\.\d+/.exec(version.source)?.[0] : undefined;
  if (numbers === undefined) return [];
  return [replaceText(`Write ${numbers}`, offset, length, `"${numbers}"`)];
}
