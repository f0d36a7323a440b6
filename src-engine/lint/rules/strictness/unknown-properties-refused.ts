import { schemaLevels } from '../../schema/schema-levels.ts';
import { quote } from '../../../template/quote.ts';
import { keyPathOf } from '../../fixes/key-path.ts';
import { setValue } from '../../fixes/fixes.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const unknownPropertiesRefused: Rule = {
  code: 'unknown-properties-refused',
  severity: 'info',
  title: 'Properties that are not listed are refused',
  reason:
    'Tasker validates strictly: where a schema lists properties and says nothing of others, others are refused with 400. Ordinary JSON schema would let them pass.',
  hint: 'Add `additionalProperties: true` where more is welcome.',
  isOff: true,
  check,
  fix,
  needsChoice: true,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name } of schemaLevels(merged)) {
    const properties = node.entries.get('properties');
    if (properties === undefined || node.entries.has('additionalProperties')) continue;
    report(
      properties.keyPlace,
      `Nothing but the listed properties is allowed in ${name === '' ? 'the context' : quote(name)}.`,
    );
  }
}

function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  if (keys === undefined) return [];
  return [setValue('Allow others', [...keys.slice(0, -1), 'additionalProperties'], true)];
}
