/** How each outcome of an attempt is shown and what it begins with. The engine's schema says what each may hold. */
import type { Attempt } from '../../../../src-engine/simulate/scenario.ts';

export type OutcomeKind = Attempt['outcome'];

export interface AttemptLook {
  readonly sign: string;
  readonly word: string;
  readonly look: 'good' | 'retry' | 'bad';
  /** A new one of this kind. */
  readonly first: Attempt;
}

export const ATTEMPT_LOOKS: Readonly<Record<OutcomeKind, AttemptLook>> = {
  success: { sign: '✓', word: 'succeeds', look: 'good', first: { outcome: 'success' } },
  nothing: { sign: '∅', word: 'returns nothing', look: 'good', first: { outcome: 'nothing' } },
  retryable_error: {
    sign: '↻',
    word: 'fails, may be tried again',
    look: 'retry',
    first: { outcome: 'retryable_error' },
  },
  permanent_error: { sign: '✗', word: 'fails for good', look: 'bad', first: { outcome: 'permanent_error' } },
  unexpected_error: {
    sign: '!',
    word: 'raises an unexpected error',
    look: 'bad',
    first: { outcome: 'unexpected_error', error_class: 'StandardError' },
  },
  http: { sign: 'H', word: 'HTTP answer', look: 'retry', first: { outcome: 'http', status: 503 } },
  timeout: { sign: '⏱', word: 'times out', look: 'retry', first: { outcome: 'timeout' } },
  crash: { sign: '☠', word: 'the worker crashes', look: 'bad', first: { outcome: 'crash' } },
};

export const OUTCOMES: readonly OutcomeKind[] = [
  'success',
  'retryable_error',
  'permanent_error',
  'unexpected_error',
  'http',
  'timeout',
  'crash',
  'nothing',
];

/** e.g. `↻ 30s` or `503`. */
export function shortAttempt(attempt: Attempt): string {
  const { sign } = ATTEMPT_LOOKS[attempt.outcome];
  const slow = 'latency' in attempt && attempt.latency !== undefined ? ' 🕓' : '';
  if (attempt.outcome === 'http') return `${attempt.status}${waitOf(attempt.retry_after)}${slow}`;
  if (attempt.outcome === 'retryable_error') return `${sign}${waitOf(attempt.retry_after)}${slow}`;
  return `${sign}${slow}`;
}

export function attemptWords(attempt: Attempt): string {
  const { word } = ATTEMPT_LOOKS[attempt.outcome];
  const status = attempt.outcome === 'http' ? ` ${attempt.status}` : '';
  const wait = 'retry_after' in attempt ? waitOf(attempt.retry_after) : '';
  const slow = 'latency' in attempt && attempt.latency !== undefined ? ', takes a time of its own' : '';
  return `${word}${status}${wait === '' ? '' : `, retry after${wait}`}${slow}`;
}

function waitOf(wait: string | number | undefined): string {
  return wait === undefined ? '' : ` ${typeof wait === 'number' ? `${wait}s` : wait}`;
}
