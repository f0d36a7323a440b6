import { quote } from '../../../template/quote.ts';
import { isNull } from '../../../template/yaml/node.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const nullValue: Rule = {
  code: 'null-value',
  severity: 'warning',
  title: 'A key without a value that nobody checks',
  reason:
    'A key that is there counts as given, and the default does not apply. Most keys fail validation then; these two are not in the template schema, so the template is registered under nothing and no request finds it.',
  hint: 'Delete the key, or give it a value.',
  check,
  fix: (problem, context) => deleteIt('Delete the key: the default applies', problem, context),
};

function check({ merged }: LintContext, report: Finding): void {
  for (const key of ['version', 'namespace_name']) {
    const entry = merged.entries.get(key);
    if (entry === undefined || !isNull(entry.value)) continue;
    report(entry.keyPlace, `The key ${quote(key)} has no value, which is not the same as leaving it out.`);
  }
}
