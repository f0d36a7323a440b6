import { stepLabel } from '../../../template/check/step-view.ts';
import { inWords, retryLimitOf, totalWaitSeconds } from '../../attempts/retry-waits.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const longRetryWait: Rule = {
  code: 'long-retry-wait',
  severity: 'info',
  title: 'A step that takes very long to give up',
  reason:
    'After each failure the engine waits 2, 4, 8, 16 and then 30 seconds; API steps with exponential backoff wait up to five minutes. A task whose step fails for good is in error only after all of it.',
  hint: 'Allow fewer attempts, or leave it when waiting is meant.',
  check,
};

/** What somebody who waits for the task would call long. */
const LONG_SECONDS = 15 * 60;

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const limit = retryLimitOf(step);
    if (limit === undefined) continue;
    const seconds = totalWaitSeconds(step, limit.value);
    if (seconds > LONG_SECONDS)
      report(
        limit.place,
        `Before ${stepLabel(step)} gives up, its ${limit.value} attempts wait ${inWords(seconds)} for each other.`,
      );
  }
}
