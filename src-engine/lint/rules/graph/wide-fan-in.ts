import { stepLabel } from '../../../template/check/step-view.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const wideFanIn: Rule = {
  code: 'wide-fan-in',
  severity: 'info',
  title: 'A step that waits for more steps than run at once',
  reason:
    'At most twelve steps of a task run at the same time, fewer when the database is busy; the rest waits for a free place in further slices. The step starts after the slowest of all slices, not after the slowest parent.',
  hint: 'Expect the waits, or join the parents in groups.',
  check,
};

/** The most steps that the engine runs at once. */
const MOST_AT_ONCE = 12;

function check({ steps, graph }: LintContext, report: Finding): void {
  for (const [index, step] of steps.entries()) {
    const count = graph.parents[index]?.length ?? 0;
    if (count > MOST_AT_ONCE)
      report(
        step.place,
        `The step ${stepLabel(step)} waits for ${count} steps, of which at most ${MOST_AT_ONCE} run at once.`,
      );
  }
}
