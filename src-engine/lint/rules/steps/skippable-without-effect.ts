import { stepLabel } from '../../../template/check/step-view.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const skippableWithoutEffect: Rule = {
  code: 'skippable-without-effect',
  severity: 'info',
  title: '`skippable` skips nothing',
  reason:
    'The value is stored in three tables and read by none of the rules: no part of the engine ever skips a step. A failing step with it holds up its children like any other.',
  hint: 'Delete the key; let the handler decide what it can do without.',
  check,
  fix: (problem, context) => deleteIt('Delete skippable', problem, context),
};

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const entry = step.node.entries.get('skippable');
    if (entry?.value.kind !== 'scalar' || entry.value.value !== true) continue;
    report(entry.keyPlace, `The step ${stepLabel(step)} is called skippable, and is never skipped.`);
  }
}
