import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import type { YamlNode } from '../../../template/yaml/node.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import { takeSuggestion } from '../../fixes/fixes.ts';
import { nearest } from '../../../template/check/suggest.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const unknownSchemaType: Rule = {
  code: 'unknown-schema-type',
  severity: 'warning',
  title: 'A type that JSON schema does not have',
  reason:
    'The validator lets everything pass where it does not know the type, so the property is not checked at all. The types are string, number, integer, boolean, object, array and null.',
  hint: 'Use one of the seven types.',
  check,
  needsChoice: true,
  fix: (problem, context) => takeSuggestion(problem, context),
};

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const OTHER_WORDS: Readonly<Record<string, string>> = {
  int: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  date: 'string',
  datetime: 'string',
  uuid: 'string',
  map: 'object',
  hash: 'object',
  dict: 'object',
  list: 'array',
  nil: 'null',
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node, name } of schemaLevels(merged)) {
    const type = child(node, 'type');
    const all: readonly (YamlNode | undefined)[] = type?.kind === 'list' ? type.items : [type];
    for (const each of all) {
      const word = textOf(each);
      if (each === undefined || word === undefined || TYPES.includes(word) || word === 'any') continue;
      const lower = word.toLowerCase();
      const meant = Object.hasOwn(OTHER_WORDS, lower) ? OTHER_WORDS[lower] : nearest(lower, TYPES);
      const hint = meant === undefined ? undefined : `Did you mean '${meant}'?`;
      report(each.place, `${quote(name)} has the type ${quote(word)}, which lets everything pass.`, hint);
    }
  }
}
