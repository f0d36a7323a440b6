/** How long attempts wait for each other, as the engine has them wait (state machine reference, section 8). */
import type { StepView } from '../../template/check/step-view.ts';
import type { Place } from '../../template/yaml/node.ts';
import {
  API_BACKOFF_SECONDS,
  failureWaitSeconds,
  LONGEST_API_BACKOFF_SECONDS,
} from '../../template/retry-waits.ts';
import { child } from '../../template/yaml/node.ts';

/** Beyond this nothing is added up: the sum is long enough for any message. */
const MOST_SUMMED = 100_000;

/** A limit that is written down and allows attempts. */
export function retryLimitOf(step: StepView): { readonly value: number; readonly place: Place } | undefined {
  const node = child(step.node, 'default_retry_limit');
  if (node?.kind !== 'scalar' || node.type !== 'integer' || typeof node.value !== 'number') return undefined;
  return node.value > 0 ? { value: node.value, place: node.place } : undefined;
}

/** All waits of a step whose every attempt fails, jitter left out. */
export function totalWaitSeconds(step: StepView, limit: number): number {
  const isBackedOff = hasBackoff(step);
  let sum = 0;
  for (let attempt = 1; attempt < Math.min(limit, MOST_SUMMED); attempt += 1) {
    const failure = failureWaitSeconds(attempt);
    const backoff = Math.min(API_BACKOFF_SECONDS[attempt - 1] ?? attempt ** 2, LONGEST_API_BACKOFF_SECONDS);
    sum += isBackedOff ? Math.max(failure, backoff) : failure;
  }
  return sum;
}

function hasBackoff(step: StepView): boolean {
  const config = child(step.node, 'handler_config');
  const [type, backoff] = [child(config, 'type'), child(config, 'enable_exponential_backoff')];
  return (
    type?.kind === 'scalar' && type.value === 'api' && backoff?.kind === 'scalar' && backoff.value === true
  );
}

/** e.g. `42 seconds`, `18 minutes`, `3 hours`. */
export function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
