import type { Fix, Problem } from '../../../template/problem.ts';
import type { TemplateEdit } from '../../../template/edit/template-edit.ts';
import type { Place } from '../../../template/yaml/node.ts';
import { pathOf } from '../../../template/yaml/node.ts';
import { child, itemsOf, textOf } from '../../../template/yaml/node.ts';
import { keyPathOf } from '../../fixes/key-path.ts';
import { listInWords } from '../../schema/list-in-words.ts';
import type { SchemaLevel } from '../../schema/schema-levels.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const optionalPropertyRequired: Rule = {
  code: 'optional-property-required',
  severity: 'info',
  title: 'Properties that are required although they are not called so',
  reason:
    'Tasker validates strictly: at every level each listed property has to be there, whether or not it is in `required`, unless it has a default. A request that leaves an "optional" property out is refused with 400.',
  hint: 'List them in `required` to say what is true, or leave optional properties out and allow more with `additionalProperties`.',
  check,
  fix,
  needsChoice: true,
};

/** One problem for all of them: it is the same surprise every time. */
function check({ merged }: LintContext, report: Finding): void {
  const names: string[] = [];
  let first: Place | undefined;
  for (const level of schemaLevels(merged)) {
    for (const key of unlisted(level)) {
      first ??= level.node.entries.get('properties')?.keyPlace;
      names.push(level.name === '' ? key : `${level.name}.${key}`);
    }
  }
  if (first === undefined) return;
  const verb = names.length === 1 ? 'is' : 'are';
  report(first, `Although not listed in required, ${listInWords(names)} ${verb} mandatory.`);
}

function unlisted({ node }: SchemaLevel): readonly string[] {
  const properties = child(node, 'properties');
  if (properties?.kind !== 'map') return [];
  const required = new Set(itemsOf(child(node, 'required')).map(textOf));
  return [...properties.entries.values()]
    .filter(({ key, value }) => !required.has(key) && child(value, 'default') === undefined)
    .map(({ key }) => key);
}

function fix(_: Problem, { root, merged }: LintContext): readonly Fix[] {
  const edits = [...schemaLevels(merged)].flatMap((level): readonly TemplateEdit[] => {
    const keys = keyPathOf(pathOf(level.node.place), root);
    const missing = unlisted(level);
    if (keys === undefined || missing.length === 0) return [];
    const listed = child(level.node, 'required');
    if (listed === undefined) return [{ kind: 'set-value', path: [...keys, 'required'], value: missing }];
    return missing.map((value, index) => ({
      kind: 'set-value',
      path: [...keys, 'required', itemsOf(listed).length + index],
      value,
    }));
  });
  return edits.length === 0 ? [] : [{ title: 'List them in required', edit: { kind: 'several', edits } }];
}
