import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const propertyWithoutType: Rule = {
  code: 'property-without-type',
  severity: 'info',
  title: 'A property that takes anything',
  reason:
    'Without a type, or anything else that limits it, a property accepts every value, `null` included. A step that expects a text is given a list.',
  hint: 'Add a `type`.',
  check,
};

const LIMITS = ['type', '$ref', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not', 'properties', 'items'];

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name, isProperty, keyPlace } of schemaLevels(merged)) {
    if (!isProperty || LIMITS.some((key) => node.entries.has(key))) continue;
    report(keyPlace, `The property ${quote(name)} has no type and takes any value.`);
  }
}
