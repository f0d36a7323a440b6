import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import { schemaLevels } from '../../schema/schema-levels.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import { FORMATS } from '../../../template/context/validate/keywords/formats.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import { setValue } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const uncheckedFormat: Rule = {
  code: 'unchecked-format',
  severity: 'info',
  title: 'A format that is never checked',
  reason:
    'The validator knows `date-time`, `ipv4`, `ipv6` and `uri`; every other format lets anything pass. A broken mail address or date reaches the first step that uses it.',
  hint: 'Add a `pattern`, or check the value in the step.',
  check,
  fix,
  needsChoice: true,
};

/** Good enough for what people type, and plain enough to be read in a template. */
const PATTERNS: Readonly<Record<string, string>> = {
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  email: '^[^@\\s]+@[^@\\s]+$',
  uuid: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
};

function check({ merged }: LintContext, report: Finding): void {
  for (const { node } of schemaLevels(merged)) {
    const format = child(node, 'format');
    const name = textOf(format);
    if (format === undefined || name === undefined || FORMATS.has(name) || node.entries.has('pattern'))
      continue;
    report(format.place, `The format ${quote(name)} lets every text pass.`);
  }
}

function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const format = keys && textOf(nodeAt(root, keys));
  const pattern = format !== undefined && Object.hasOwn(PATTERNS, format) ? PATTERNS[format] : undefined;
  if (keys === undefined || pattern === undefined) return [];
  return [setValue('Add a pattern', [...keys.slice(0, -1), 'pattern'], pattern)];
}
