import { setValue } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const defaultNamespace: Rule = {
  code: 'default-namespace',
  severity: 'info',
  title: 'A template without a namespace',
  reason:
    'The namespace is `default` then, which it shares with every other template that names none. Two of one name there replace each other in the registry.',
  hint: 'Add a `namespace_name`.',
  isOff: true,
  check,
  fix: () => [setValue('Add namespace_name: default', ['namespace_name'], 'default')],
};

function check({ merged }: LintContext, report: Finding): void {
  const name = merged.entries.get('name');
  if (name !== undefined && !merged.entries.has('namespace_name'))
    report(name.keyPlace, 'The template has no namespace and gets the one called default.');
}
