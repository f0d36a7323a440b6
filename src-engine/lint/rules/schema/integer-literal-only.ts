import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import { child } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const integerLiteralOnly: Rule = {
  code: 'integer-literal-only',
  severity: 'info',
  title: 'An integer that has to be written as one',
  reason:
    'The validator looks at the literal, not at the value: `1.0` is refused where `integer` is wanted. Clients whose language has only one kind of number may send it.',
  hint: 'Use `number` with `multipleOf: 1` where such clients exist.',
  isOff: true,
  check,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name } of schemaLevels(merged)) {
    const type = child(node, 'type');
    if (type?.kind === 'scalar' && type.value === 'integer')
      report(type.place, `For ${quote(name)} the number 1.0 is refused.`);
  }
}
