import { stepLabel } from '../../../template/check/step-view.ts';
import { setIt } from '../../fixes/fixes.ts';
import { retryLimitOf } from '../../attempts/retry-waits.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const retryOverflow: Rule = {
  code: 'retry-overflow',
  severity: 'warning',
  title: 'A retry limit whose waits cannot be computed',
  reason:
    'The wait is two to the power of the attempts, and is cut to 30 seconds only afterwards. From the 44th failure on the interval is out of range, and the query fails for every step of the task, not only for this one.',
  hint: 'Use at most 44.',
  check,
  fix: (problem, context) => setIt(`Write ${MOST_ATTEMPTS}`, MOST_ATTEMPTS, problem, context),
};

/** Attempts after which two to their power, in seconds, is still an interval. */
const MOST_ATTEMPTS = 44;

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const limit = retryLimitOf(step);
    if (limit !== undefined && limit.value > MOST_ATTEMPTS)
      report(
        limit.place,
        `With ${limit.value} attempts of ${stepLabel(step)} the wait after a failure can no longer be computed.`,
      );
  }
}
