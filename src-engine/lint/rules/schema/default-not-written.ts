import { listInWords } from '../../schema/list-in-words.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import type { Place } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const defaultNotWritten: Rule = {
  code: 'default-not-written',
  severity: 'info',
  title: 'Defaults that steps never see',
  reason:
    'A default fills the copy of the context that is validated, and thereby satisfies "required". The context of the task stays as it was sent, so a step that reads the property finds nothing.',
  hint: 'Let steps apply the default as well.',
  check,
};

/** One problem for all of them: it is the same surprise every time. */
function check({ merged }: LintContext, report: Finding): void {
  const names: string[] = [];
  let first: Place | undefined;
  for (const { node, name } of schemaLevels(merged)) {
    const entry = node.entries.get('default');
    if (entry === undefined || name === '') continue;
    first ??= entry.keyPlace;
    names.push(name);
  }
  if (first === undefined) return;
  const defaults = names.length === 1 ? 'The default of' : 'The defaults of';
  const verb = names.length === 1 ? 'is' : 'are';
  report(first, `${defaults} ${listInWords(names)} ${verb} not written to the context.`);
}
