import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import { typeOfNode } from '../../schema/type-of-node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const defaultTypeMismatch: Rule = {
  code: 'default-type-mismatch',
  severity: 'warning',
  title: 'A default of another type',
  reason:
    'The default is filled in before the check and refused by it: whoever leaves the property out is told that he gave the wrong type. An `integer` refuses `1.0` as well.',
  hint: 'Give the default the type of the property.',
  check,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name } of schemaLevels(merged)) {
    const wanted = textOf(child(node, 'type'));
    const value = child(node, 'default');
    if (wanted === undefined || value === undefined) continue;
    const found = typeOfNode(value);
    if (found === wanted || (wanted === 'number' && found === 'integer') || wanted === 'any') continue;
    report(value.place, `The default of ${quote(name)} is of the type ${found}, not ${quote(wanted)}.`);
  }
}
