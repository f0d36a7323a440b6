import { quote } from '../../../template/quote.ts';
import { child, itemsOf, textOf } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const repeatedEnvironmentStep: Rule = {
  code: 'repeated-environment-step',
  severity: 'warning',
  title: 'A step is overridden twice in one environment',
  reason:
    'Both overrides are merged, one after the other: where they disagree the last one wins, and nobody says so. It is the same trap as a key written twice.',
  hint: 'Put both overrides into one item.',
  check,
};

function check({ root }: LintContext, report: Finding): void {
  const block = child(root, 'environments');
  if (block?.kind !== 'map') return;
  for (const { key, value } of block.entries.values()) {
    const seen = new Set<string>();
    for (const override of itemsOf(child(value, 'step_templates'))) {
      const node = child(override, 'name');
      const name = textOf(node);
      if (node === undefined || name === undefined) continue;
      if (seen.has(name))
        report(node.place, `The environment ${quote(key)} overrides the step ${quote(name)} twice.`);
      seen.add(name);
    }
  }
}
