/** Where in a log something went wrong, was tried again, or ended: small marks along the scrubber. Pure. */
import type { LoggedEvent } from '../../../src-engine/events/event.ts';

export type MarkKind = 'failure' | 'retry' | 'crash' | 'end';

export interface Mark {
  readonly seq: number;
  readonly kind: MarkKind;
}

const KINDS: Readonly<Record<string, MarkKind>> = {
  'step.failed': 'failure',
  'step.retry_requested': 'retry',
  'workbench.worker_crashed': 'crash',
  'task.failed': 'end',
  'task.completed': 'end',
  'task.cancelled': 'end',
  'task.resolved_manually': 'end',
};

/** Looks at every event once, also when the log grows. */
export class LogMarks {
  #events: readonly LoggedEvent[] = [];
  #read = 0;
  #marks: Mark[] = [];

  of(events: readonly LoggedEvent[], count: number): readonly Mark[] {
    if (events !== this.#events) {
      this.#events = events;
      this.#read = 0;
      this.#marks = [];
    }
    if (this.#read === count) return this.#marks;
    const added: Mark[] = [];
    for (; this.#read < count; this.#read += 1) {
      const event = events[this.#read];
      const kind = event === undefined ? undefined : KINDS[event.name];
      if (event !== undefined && kind !== undefined) added.push({ seq: event.seq, kind });
    }
    if (added.length > 0) this.#marks = [...this.#marks, ...added];
    return this.#marks;
  }
}
