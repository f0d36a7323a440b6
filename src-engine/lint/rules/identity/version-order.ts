import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const versionOrder: Rule = {
  code: 'version-order',
  severity: 'info',
  title: 'A version that sorts before lower ones',
  reason:
    'The helpers for the latest version, and `latest_version` of the REST interface, compare versions as texts: `9.0.0` comes after `10.0.0`. Tasks are not affected; lists and tools are.',
  hint: 'Ask for the version by its full text, or stay below 10 in each part.',
  check,
};

function check({ merged }: LintContext, report: Finding): void {
  const node = child(merged, 'version');
  const version = textOf(node);
  if (node === undefined || version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) return;
  if (version.split('.').some((part) => part.length > 1))
    report(node.place, `As a text, the version ${quote(version)} comes before lower ones.`);
}
