import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import { child, itemsOf, textOf } from '../../../template/yaml/node.ts';
import { deleteIt, takeSuggestion } from '../../fixes/fixes.ts';
import { didYouMean } from '../../../template/check/suggest.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const requiredNotListed: Rule = {
  code: 'required-not-listed',
  severity: 'warning',
  title: 'A required property that is not listed',
  reason:
    'Tasker validates strictly: properties that are not listed are refused, and this one is required. No request can satisfy both.',
  hint: 'List it under `properties`, or take it out of `required`.',
  check,
  fix: (problem, context) => [
    ...takeSuggestion(problem, context),
    ...deleteIt('Take it out of required', problem, context),
  ],
  needsChoice: true,
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node } of schemaLevels(merged)) {
    const properties = child(node, 'properties');
    if (properties?.kind !== 'map' || node.entries.has('additionalProperties')) continue;
    if (node.entries.has('patternProperties')) continue;
    const required = itemsOf(child(node, 'required'));
    const named = new Set(required.map(textOf));
    for (const item of required) {
      const name = textOf(item);
      if (name === undefined || properties.entries.has(name)) continue;
      const free = [...properties.entries.keys()].filter((key) => !named.has(key));
      report(
        item.place,
        `The property ${quote(name)} is required, and refused because it is not listed.`,
        didYouMean(name, free),
      );
    }
  }
}
