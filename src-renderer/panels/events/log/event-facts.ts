/** What a row of the log says at a glance. Reads the payload; a key that is missing or of another type says nothing. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import { shortDuration, timeSince } from '../../../ui/data/virtual-time.ts';

type Payload = LoggedEvent['payload'];

export interface Move {
  readonly from: string;
  readonly to: string;
  /** Announced before it happens; it may still not. */
  readonly isPlanned: boolean;
}

export function moveOf({ payload }: LoggedEvent): Move | null {
  const { from_state: from, to_state: to, transition_event: planned } = payload;
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return { from, to, isPlanned: planned !== undefined };
}

export function attemptOf({ payload }: LoggedEvent): number | null {
  return numberAt(payload, 'attempt_number') ?? numberAt(payload, 'attempt');
}

/** Whether it tells of something that went wrong; its message is then shown in the colour of errors. */
export function isFailure({ name, payload }: LoggedEvent): boolean {
  return payload['error_message'] !== undefined || payload['error'] !== undefined || name.endsWith('failed');
}

/** Why, how long, how many: the one thing of the payload that a reader wants first. Empty when there is none. */
export function messageOf(event: LoggedEvent): string {
  const { payload } = event;
  return (
    textAt(payload, 'error_message') ??
    textAt(payload, 'error') ??
    waitOf(payload) ??
    textAt(payload, 'retry_reason') ??
    reasonOf(payload) ??
    stepsOf(payload) ??
    countsOf(payload) ??
    resultOf(payload) ??
    ''
  );
}

/** A sentence, or one of the engine's own words. */
function reasonOf(payload: Payload): string | null {
  const reason = textAt(payload, 'reason');
  return reason !== null && /^[a-z_]+$/.test(reason) ? inWords(reason) : reason;
}

function waitOf(payload: Payload): string | null {
  const backoff = numberAt(payload, 'backoff_seconds');
  if (backoff !== null) {
    const type = textAt(payload, 'backoff_type');
    return `waits ${shortDuration(backoff * 1_000)}${type === null ? '' : `, ${inWords(type)}`}`;
  }
  const delay = numberAt(payload, 'delay_seconds');
  const reason = textAt(payload, 'reason');
  if (delay !== null)
    return `in ${shortDuration(delay * 1_000)}${reason === null ? '' : `: ${inWords(reason)}`}`;
  const pause = numberAt(payload, 'seconds');
  return pause === null ? null : `for ${shortDuration(pause * 1_000)}`;
}

const MOST_NAMES = 6;

function stepsOf(payload: Payload): string | null {
  const names = payload['step_names'];
  if (!Array.isArray(names) || names.length === 0) return null;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).map(String).join(', ')}${more}`;
}

function countsOf(payload: Payload): string | null {
  const processed = numberAt(payload, 'processed_count');
  const successful = numberAt(payload, 'successful_count');
  if (processed !== null && successful !== null) return `${successful} of ${processed} succeeded`;
  const count = numberAt(payload, 'step_count');
  return count === null ? null : `${count} ${count === 1 ? 'step' : 'steps'}`;
}

function resultOf(payload: Payload): string | null {
  const duration = numberAt(payload, 'execution_duration');
  if (duration !== null) return `took ${shortDuration(duration * 1_000)}`;
  const final = textAt(payload, 'final_status');
  if (final !== null) return `task is ${inWords(final)}`;
  const status = textAt(payload, 'execution_status');
  return status === null ? null : inWords(status);
}

/** Time since the start of the run, and since the event before it in the log. */
export function timesOf(
  event: LoggedEvent,
  before: LoggedEvent | undefined,
  start: string,
): { readonly since: string; readonly delta: string } {
  const delta = before === undefined ? 0 : Date.parse(event.at) - Date.parse(before.at);
  return {
    since: timeSince(start, event.at),
    delta: delta === 0 || Number.isNaN(delta) ? '' : `+${shortDuration(delta)}`,
  };
}

export function textAt(payload: Payload, key: string): string | null {
  const value = payload[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberAt(payload: Payload, key: string): number | null {
  const value = payload[key];
  return typeof value === 'number' ? value : null;
}

function inWords(value: string): string {
  return value.replaceAll('_', ' ');
}
