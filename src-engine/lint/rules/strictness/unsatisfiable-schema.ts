import { sampleContext } from '../../../template/context/sample-context.ts';
import { validateContext } from '../../../template/context/validate-context.ts';
import { toJsonObject } from '../../../template/yaml/to-json.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const unsatisfiableSchema: Rule = {
  code: 'unsatisfiable-schema',
  severity: 'warning',
  title: 'A schema that no context satisfies',
  reason:
    'Every request is refused with 400 before a task exists. It takes two demands that exclude each other, at one level or at two.',
  hint: 'Look at the message, and take one of the demands back.',
  check,
};

/** A larger schema takes longer to try than somebody who types wants to wait. */
const LARGEST = 50_000;

function check({ merged }: LintContext, report: Finding): void {
  const entry = merged.entries.get('schema');
  if (entry?.value.kind !== 'map') return;
  const schema = toJsonObject(entry.value);
  if (JSON.stringify(schema).length > LARGEST) return;
  const { errors } = validateContext(schema, sampleContext(schema), 'strict');
  const [first] = errors;
  if (first !== undefined)
    report(entry.keyPlace, `No context was found that passes this schema: ${first.message.slice(0, 200)}.`);
}
