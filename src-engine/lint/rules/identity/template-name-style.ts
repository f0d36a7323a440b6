import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const templateNameStyle: Rule = {
  code: 'template-name-style',
  severity: 'info',
  title: 'A template name with capital letters or blanks',
  reason:
    'A request must give the name letter by letter. Names that can be written in several ways are mistyped sooner or later.',
  hint: 'Use small letters, digits, underscores and `/`.',
  check,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const key of ['name', 'namespace_name']) {
    const node = child(merged, key);
    const name = textOf(node);
    if (node !== undefined && name !== undefined && /[\p{Lu}\s]/u.test(name))
      report(node.place, `The ${key} ${quote(name)} has capital letters or blanks.`);
  }
}
