import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { setValue } from '../../fixes/fixes.ts';
import { child, textOf } from '../../../template/yaml/node.ts';

export const dependentSystemMissing: Rule = explain('dependent-system-missing', {
  title: 'A step without a dependent system',
  reason:
    'The key is called optional, but a step without it, and without `default_dependent_system`, fails with a type error when the template is built. The template is never registered.',
  fix: addSystem,
});

/** One line for all steps; the namespace is the best guess at a name. */
function addSystem(_: Problem, { root, merged, steps }: LintContext): readonly Fix[] {
  if (root.entries.has('default_dependent_system')) return [];
  const neighbour = steps.find(({ node }) => node.entries.has('dependent_system'));
  const system =
    textOf(child(neighbour?.node, 'dependent_system')) ??
    textOf(child(merged, 'namespace_name')) ??
    'default_system';
  return [setValue(`Add default_dependent_system: ${system}`, ['default_dependent_system'], system)];
}
