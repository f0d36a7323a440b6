/**
 * The wait a server asks for in its `Retry-After` header (state machine reference, section 8.1). One difference: text
 * that cannot be read is no wait here, where upstream's calculator raises and loses the real failure.
 */
import { BACKOFF_DEFAULTS } from './retry-delay.ts';

/** Date texts a server sends. Anything looser would be read in the machine's zone, or as a date it never meant. */
const HTTP_DATE = /^[A-Za-z]{3,9}, [\w -]+ \d{2}:\d{2}:\d{2} (GMT|UTC|[+-]\d{4})$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Whole seconds from now as the header says, not capped; null when there is no readable header. A date in the past
 * gives 0.
 */
export function retryAfterSeconds(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  if (!HTTP_DATE.test(text) && !ISO_DATE.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, Math.trunc((time - nowMs) / 1_000));
}

/**
 * What the handler passes on as `retry_after` of its error: as above, but a date is at least a second away.
 */
export function handlerRetryAfter(header: string | null, nowMs: number): number | null {
  const seconds = retryAfterSeconds(header, nowMs);
  if (seconds === null) return null;
  return /^\s*\d+\s*$/.test(header ?? '') ? seconds : Math.max(1, seconds);
}

/** The explicit wait that is stored: what was asked for, at most `max` (default 300 s). Above an hour upstream only logs. */
export function storedRetryAfter(seconds: number, max: number = BACKOFF_DEFAULTS.maxBackoffSeconds): number {
  return Math.min(Math.max(0, seconds), max);
}
