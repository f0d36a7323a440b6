/** What the log tells of one step: its inputs, its attempts, its last failure. A pure fold over the step's events. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import type { Json } from '../../../../src-engine/template/template.ts';

export interface Attempt {
  readonly number: number | null;
  /** Null when the log does not tell of its start. */
  readonly startedAt: string | null;
  /** Null while it is under way. */
  readonly endedAt: string | null;
  /** State it ended in. */
  readonly end: string | null;
  readonly message: string | null;
  /** `seq` of the event that told of it last. */
  readonly seq: number;
}

export interface Failure {
  readonly message: string;
  readonly errorClass: string | null;
  readonly backtrace: readonly string[];
  readonly seq: number;
}

export interface StepHistory {
  /** What the last attempt was given; undefined before the first. */
  readonly inputs: Json | undefined;
  readonly attempts: readonly Attempt[];
  readonly failure: Failure | null;
}

const ENDS: Readonly<Record<string, string>> = {
  'step.completed': 'complete',
  'step.failed': 'error',
  'step.cancelled': 'cancelled',
};

export function historyOf(events: readonly LoggedEvent[]): StepHistory {
  const attempts: Attempt[] = [];
  let inputs: Json | undefined;
  let failure: Failure | null = null;
  for (const event of events) {
    if (event.payload['step_inputs'] !== undefined) inputs = event.payload['step_inputs'];
    if (event.name === 'step.failed') failure = failureOf(event);
    if (event.name === 'step.execution_requested') begin(attempts, event);
    const end = Object.hasOwn(ENDS, event.name) ? ENDS[event.name] : undefined;
    if (end !== undefined) close(attempts, event, end);
  }
  return { inputs, attempts, failure };
}

/** The shipped engine tells of some starts twice, at the same time. */
function begin(attempts: Attempt[], { seq, at, payload }: LoggedEvent): void {
  const last = attempts.at(-1);
  if (last !== undefined && last.endedAt === null && last.startedAt === at) return;
  const number = numberAt(payload['attempt_number']);
  attempts.push({ number, startedAt: at, endedAt: null, end: null, message: null, seq });
}

/** A step that is cancelled between two attempts ends none. */
function close(attempts: Attempt[], { seq, at, payload }: LoggedEvent, end: string): void {
  const last = attempts.at(-1);
  const message = textAt(payload['error_message']);
  if (last !== undefined && last.endedAt === null) {
    attempts[attempts.length - 1] = { ...last, endedAt: at, end, message, seq };
  } else if (end !== 'cancelled' && (last?.endedAt !== at || last.end !== end)) {
    const number = numberAt(payload['attempt_number']);
    attempts.push({ number, startedAt: null, endedAt: at, end, message, seq });
  }
}

function failureOf({ seq, payload }: LoggedEvent): Failure {
  const backtrace = payload['backtrace'];
  return {
    message: textAt(payload['error_message']) ?? 'No message',
    errorClass: textAt(payload['error_class']),
    backtrace: Array.isArray(backtrace) ? backtrace.map(String) : [],
    seq,
  };
}

function numberAt(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function textAt(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
