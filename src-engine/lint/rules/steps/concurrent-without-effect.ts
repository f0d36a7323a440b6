import { deleteIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const concurrentWithoutEffect: Rule = {
  code: 'concurrent-without-effect',
  severity: 'info',
  title: '`concurrent: false` changes nothing',
  reason:
    'The value is passed to the registration and ignored there: steps that are ready run side by side all the same.',
  hint: 'Delete the key; let steps wait for each other where their order matters.',
  check,
  fix: (problem, context) => deleteIt('Delete concurrent', problem, context),
};

function check({ merged }: LintContext, report: Finding): void {
  const entry = merged.entries.get('concurrent');
  if (entry?.value.kind !== 'scalar' || entry.value.value !== false) return;
  report(entry.keyPlace, 'Steps run side by side although concurrent is false.');
}
