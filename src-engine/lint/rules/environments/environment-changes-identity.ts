import { quote } from '../../../template/quote.ts';
import { child } from '../../../template/yaml/node.ts';
import { isSame } from '../../fixes/same-value.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const environmentChangesIdentity: Rule = {
  code: 'environment-changes-identity',
  severity: 'warning',
  title: 'An environment changes what the template is found by',
  reason:
    'Name, namespace and version are the key in the registry. A request that works in one environment finds no handler in another, and rows of both belong to different tasks.',
  hint: 'Keep name, namespace and version the same everywhere.',
  check,
  fix: (problem, context) => deleteIt('Delete the override', problem, context),
  needsChoice: true,
};

const IDENTITY = ['name', 'namespace_name', 'version'];

function check({ root }: LintContext, report: Finding): void {
  const block = child(root, 'environments');
  if (block?.kind !== 'map') return;
  for (const { key: environment, value: overrides } of block.entries.values()) {
    for (const key of overrides.kind === 'map' ? IDENTITY : []) {
      const override = overrides.kind === 'map' ? overrides.entries.get(key) : undefined;
      const before = child(root, key);
      if (override === undefined || (before !== undefined && isSame(before, override.value))) continue;
      report(override.keyPlace, `The environment ${quote(environment)} gives the template another ${key}.`);
    }
  }
}
