/**
 * What the log says of each step: a pure fold over events. A state is taken from the event that tells it and is never
 * concluded; a state nobody here has heard of is kept as it is.
 */
import type { LoggedEvent } from '../../../src-engine/events/event.ts';

export interface StepFold {
  readonly state: string;
  /** Of the attempt under way or the last one; 0 before the first. */
  readonly attempt: number;
  readonly retryLimit: number | null;
  /** Message of the last failure; null after a success and before any. */
  readonly error: string | null;
  /** `seq` of the last event about the step. */
  readonly lastEvent: number;
}

export type StepFolds = ReadonlyMap<string, StepFold>;

export const NO_STEPS: StepFolds = new Map();

/** The step an event is about; null when it is about none. */
export function stepOf({ payload }: LoggedEvent): string | null {
  const name = payload['step_name'];
  return typeof name === 'string' ? name : null;
}

/** Adds events, in order. The map that is given stays as it was. */
export function foldEvents(before: StepFolds, events: readonly LoggedEvent[]): StepFolds {
  if (events.length === 0) return before;
  const after = new Map(before);
  for (const event of events) {
    const step = stepOf(event);
    if (step !== null) after.set(step, foldEvent(after.get(step), event));
  }
  return after;
}

function foldEvent(before: StepFold | undefined, { seq, name, payload }: LoggedEvent): StepFold {
  const state = moveOf(payload) ?? before?.state ?? 'pending';
  const attempt = numberOf(payload['attempt_number']) ?? before?.attempt ?? 0;
  const retryLimit = numberOf(payload['retry_limit']) ?? before?.retryLimit ?? null;
  return { state, attempt, retryLimit, error: errorOf(before?.error ?? null, name, payload), lastEvent: seq };
}

/** An event about to be (`before_transition`) is no move yet. */
function moveOf(payload: LoggedEvent['payload']): string | null {
  const { to_state: to, transition_event: planned } = payload;
  return typeof to === 'string' && planned === undefined ? to : null;
}

function errorOf(before: string | null, name: string, payload: LoggedEvent['payload']): string | null {
  const message = payload['error_message'];
  if (typeof message === 'string') return message;
  return name === 'step.completed' || name === 'step.resolved_manually' ? null : before;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
