import { setValue } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const defaultVersion: Rule = {
  code: 'default-version',
  severity: 'info',
  title: 'A template without a version',
  reason:
    'The version is `0.1.0` then, for the registry and for requests that name none. Once there are two versions, every request has to name one.',
  hint: 'Add a `version`.',
  isOff: true,
  check,
  fix: () => [setValue('Add version: 0.1.0', ['version'], '0.1.0')],
};

function check({ merged }: LintContext, report: Finding): void {
  const name = merged.entries.get('name');
  if (name !== undefined && !merged.entries.has('version'))
    report(name.keyPlace, 'The template has no version and gets 0.1.0.');
}
