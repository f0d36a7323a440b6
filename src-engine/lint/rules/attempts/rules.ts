/** How often a step is tried, and how long that takes. */
import type { Rule } from '../../rule.ts';
import { limitTooLarge } from './limit-too-large.ts';
import { neverRetryable } from './never-retryable.ts';
import { noAttempts } from './no-attempts.ts';

export const ATTEMPTS_RULES: readonly Rule[] = [limitTooLarge, neverRetryable, noAttempts];
