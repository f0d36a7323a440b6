import { schemaLevels } from '../../schema/schema-levels.ts';
import { quote } from '../../../template/quote.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const requiredNotAList: Rule = {
  code: 'required-not-a-list',
  severity: 'warning',
  title: '`required` is no list',
  reason:
    'From draft 4 on `required` is a list of names beside `properties`; `required: true` in a property is ignored.',
  hint: 'Write a list of names beside `properties`.',
  check,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name } of schemaLevels(merged)) {
    const entry = node.entries.get('required');
    if (entry === undefined || entry.value.kind === 'list') continue;
    const whose = name === '' ? 'the context' : quote(name);
    report(entry.keyPlace, `The key required of ${whose} holds no list of names and is ignored.`);
  }
}
