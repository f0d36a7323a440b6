import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { setValue } from '../../fixes/fixes.ts';
import { keyPathOf } from '../../fixes/key-path.ts';

export const apiTypeMissing: Rule = explain('api-type-missing', {
  title: 'A url without `type: api`',
  reason:
    'Only `type: api` makes a configuration object of the map. An API handler that is given the bare map fails in its constructor, with every attempt; an ordinary handler does not care.',
  needsChoice: true,
  fix: addType,
});

function addType({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  return keys === undefined ? [] : [setValue('Add type: api', [...keys, 'type'], 'api')];
}
