import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import { setValue } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const moduleNamespaceRepeated: Rule = {
  code: 'module-namespace-repeated',
  severity: 'warning',
  title: 'The module stands in the class name as well',
  reason:
    'The class is looked up inside `module_namespace`. With the module in front once more the name is that of a module within itself, and building the template fails with a name error.',
  hint: 'Write the class without the module, or delete `module_namespace`.',
  check,
  fix,
};

function check({ merged }: LintContext, report: Finding): void {
  const module = textOf(child(merged, 'module_namespace'));
  const node = child(merged, 'task_handler_class');
  const name = textOf(node);
  if (module === undefined || node === undefined || name === undefined) return;
  if (name.startsWith(`${module}::`))
    report(node.place, `The class ${quote(name)} is looked up inside the module ${quote(module)}.`);
}

function fix(_: Problem, { root }: LintContext): readonly Fix[] {
  const module = textOf(child(root, 'module_namespace')) ?? '';
  const name = textOf(child(root, 'task_handler_class')) ?? '';
  if (!name.startsWith(`${module}::`)) return [];
  const short = name.slice(module.length + 2);
  return [setValue(`Write ${quote(short)}`, ['task_handler_class'], short)];
}
