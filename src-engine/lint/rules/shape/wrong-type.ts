import type { Fix, Problem } from '../../../template/problem.ts';
import type { YamlNode } from '../../../template/yaml/node.ts';
import { isNull, textOf } from '../../../template/yaml/node.ts';
import { explain } from '../../explain.ts';
import { deleteIt, quoteIt, setIt } from '../../fixes/fixes.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import type { LintContext, Rule } from '../../rule.ts';

export const wrongType: Rule = explain('wrong-type', {
  title: 'A value of another type than the key wants',
  reason:
    'Registering fails with `Invalid task handler configuration`, and only the first such error is told. A key that is there without a value counts as given: `default_retry_limit:` alone is nothing, not the default of 3.',
  fix: mend,
});

const WANTED = /did not match the following type: (\w+)/;
const NEEDED = new Set(['name', 'handler_class', 'task_handler_class', 'step_templates']);

function mend(problem: Problem, context: LintContext): readonly Fix[] {
  const keys = keyPathOf(problem.path, context.root);
  const node = keys && nodeAt(context.root, keys);
  if (keys === undefined || node === undefined) return [];
  if (isNull(node))
    return NEEDED.has(String(keys.at(-1)))
      ? []
      : deleteIt('Delete the key: the default applies', problem, context);
  const wanted = WANTED.exec(problem.message)?.[1];
  return wanted === undefined ? [] : convert(wanted, node, problem, context);
}

/** What is written plainly means the wanted type; anything else is left to a person. */
function convert(wanted: string, node: YamlNode, problem: Problem, context: LintContext): readonly Fix[] {
  const text = textOf(node);
  if (wanted === 'string')
    return node.kind === 'scalar' && node.type !== 'string'
      ? quoteIt('Quote the text', problem, context)
      : [];
  if (wanted === 'array' && text !== undefined) return setIt('Make it a list', [text], problem, context);
  if (wanted === 'integer' && text !== undefined && /^\d{1,9}$/.test(text))
    return setIt('Write a number', Number(text), problem, context);
  if (wanted === 'boolean' && text !== undefined && /^(?:true|false)$/i.test(text))
    return setIt('Write a boolean', text.toLowerCase() === 'true', problem, context);
  return [];
}
