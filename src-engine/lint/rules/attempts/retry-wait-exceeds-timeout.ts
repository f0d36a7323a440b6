import { stepLabel } from '../../../template/check/step-view.ts';
import { child } from '../../../template/yaml/node.ts';
import { inWords, retryLimitOf, totalWaitSeconds } from '../../attempts/retry-waits.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const retryWaitExceedsTimeout: Rule = {
  code: 'retry-wait-exceeds-timeout',
  severity: 'info',
  title: 'Waits longer than the timeout of the step',
  reason:
    'A timeout in `handler_config` is about one attempt at most. Where it is meant for the step as a whole, the waits between attempts alone are longer.',
  hint: 'Allow fewer attempts, or give the step more time.',
  isOff: true,
  check,
};

const TIMEOUTS = ['timeout', 'timeout_seconds'];

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const limit = retryLimitOf(step);
    if (limit === undefined) continue;
    const seconds = totalWaitSeconds(step, limit.value);
    for (const key of TIMEOUTS) {
      const timeout = child(child(step.node, 'handler_config'), key);
      if (timeout?.kind !== 'scalar' || typeof timeout.value !== 'number') continue;
      if (timeout.value < seconds)
        report(
          timeout.place,
          `The attempts of ${stepLabel(step)} wait ${inWords(seconds)} for each other, longer than its timeout.`,
        );
    }
  }
}
