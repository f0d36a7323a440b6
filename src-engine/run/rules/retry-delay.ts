/**
 * The backoff table of API handlers (state machine reference, section 8). Only the explicit wait comes from here; the
 * failure wait of 2, 4, 8, 16, 30 seconds is SQL's.
 */
import { API_BACKOFF_SECONDS, LONGEST_API_BACKOFF_SECONDS } from '../../template/retry-waits.ts';

export interface BackoffConfig {
  /** Seconds by attempt, the first attempt first. */
  readonly defaultBackoffSeconds: readonly number[];
  readonly maxBackoffSeconds: number;
  /** Beyond the table: attempt number to the power of this. */
  readonly backoffMultiplier: number;
  readonly jitterEnabled: boolean;
  /** Share of the wait by which it may differ up or down. */
  readonly jitterMaxPercentage: number;
}

export const BACKOFF_DEFAULTS: BackoffConfig = {
  defaultBackoffSeconds: API_BACKOFF_SECONDS,
  maxBackoffSeconds: LONGEST_API_BACKOFF_SECONDS,
  backoffMultiplier: 2,
  jitterEnabled: true,
  jitterMaxPercentage: 0.1,
};

/**
 * Seconds to wait after attempt number `attempt` (1 for the first); 0 for an attempt below 1. With jitter the wait may
 * exceed the maximum, as upstream's does, and is never below 1. With 10 % a wait below 5 has none: it rounds to 0.
 * `uniformInt` draws an integer in [from, to].
 */
export function backoffSeconds(
  attempt: number,
  config: BackoffConfig,
  uniformInt: (from: number, to: number) => number,
): number {
  if (attempt <= 0) return 0;
  const listed = config.defaultBackoffSeconds[attempt - 1];
  const base = Math.min(listed ?? Math.trunc(attempt ** config.backoffMultiplier), config.maxBackoffSeconds);
  if (!config.jitterEnabled) return base;
  const spread = Math.round(base * config.jitterMaxPercentage);
  return spread === 0 ? base : Math.max(1, base + uniformInt(-spread, spread));
}
