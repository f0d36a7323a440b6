import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { deletePath, takeSuggestion } from '../../fixes/fixes.ts';
import { keyPathOf } from '../../fixes/key-path.ts';

export const unknownEnvironmentStep: Rule = explain('unknown-environment-step', {
  title: 'An override of a step that does not exist',
  reason:
    'Overrides are matched by name, and what matches nothing is dropped: an environment can neither add nor remove steps. After a rename the old override is silently without effect.',
  needsChoice: true,
  fix: (problem, context) => [...takeSuggestion(problem, context), ...deleteOverride(problem, context)],
});

function deleteOverride({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  return keys === undefined ? [] : [deletePath('Delete the override', keys.slice(0, -1), root)];
}
