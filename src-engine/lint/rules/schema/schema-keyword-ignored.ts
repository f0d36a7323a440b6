import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import { KEYWORDS } from '../../../template/context/validate/keywords.ts';
import { nearest } from '../../../template/check/suggest.ts';
import { renameKey, suggestionIn } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const schemaKeywordIgnored: Rule = {
  code: 'schema-keyword-ignored',
  severity: 'warning',
  title: 'A keyword the validator does not know',
  reason:
    'Keywords of later drafts, of OpenAPI and of slips are ignored without a word, so what they demand is not checked. Drafts 3, 4 and 6 are known.',
  hint: 'Use a keyword of draft 6, or check the value in the step.',
  check,
  needsChoice: true,
  fix: (problem, context) => {
    const meant = suggestionIn(problem);
    return meant === undefined ? [] : renameKey(`Rename it to ${quote(meant)}`, meant, problem, context);
  },
};

/** Tell about a value, and demand nothing. */
const NOTES = new Set([
  '$schema',
  '$id',
  'id',
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'example',
  'definitions',
  '$defs',
  'readOnly',
  'writeOnly',
  'deprecated',
]);
/** Known elsewhere: who writes them means something. */
const ELSEWHERE = new Set([
  'nullable',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'prefixItems',
  'minContains',
  'maxContains',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentEncoding',
  'contentMediaType',
  'discriminator',
]);

function check({ merged }: LintContext, report: Finding): void {
  for (const { node } of schemaLevels(merged)) {
    for (const { key, keyPlace } of node.entries.values()) {
      if (KEYWORDS.has(key) || NOTES.has(key)) continue;
      const meant = ELSEWHERE.has(key) ? undefined : nearest(key, KEYWORDS.keys());
      if (meant === undefined && !ELSEWHERE.has(key)) continue;
      const hint = meant === undefined ? undefined : `Did you mean '${meant}'?`;
      report(keyPlace, `The keyword ${quote(key)} demands nothing here.`, hint);
    }
  }
}
