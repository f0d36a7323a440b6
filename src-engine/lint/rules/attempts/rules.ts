/** How often a step is tried, and how long that takes. */
import type { Rule } from '../../rule.ts';
import { limitTooLarge } from './limit-too-large.ts';
import { longRetryWait } from './long-retry-wait.ts';
import { neverRetryable } from './never-retryable.ts';
import { noAttempts } from './no-attempts.ts';
import { retryOverflow } from './retry-overflow.ts';
import { retryWaitExceedsTimeout } from './retry-wait-exceeds-timeout.ts';
import { timeoutIgnored } from './timeout-ignored.ts';

export const ATTEMPTS_RULES: readonly Rule[] = [
  limitTooLarge,
  longRetryWait,
  neverRetryable,
  noAttempts,
  retryOverflow,
  retryWaitExceedsTimeout,
  timeoutIgnored,
];
