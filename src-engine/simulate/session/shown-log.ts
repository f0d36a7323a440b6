/**
 * How much of a log is shown. A commit brings several events at once; those that are not to be seen yet are held back, until
 * the clock has come to them or somebody wants the next one.
 */
import type { EventName, LoggedEvent } from '../../events/event.ts';
import type { LogFacts } from '../../store/calls/event-log.ts';
import type { Leave } from './pace.ts';

const JOB_ABANDONED = 'workbench.job_abandoned' satisfies EventName;
const NOTHING: LogFacts = { events: 0, lastAt: null, jobAbandoned: false };

export class ShownLog {
  #shown: number;
  /** Committed and not shown, in order. */
  #held: readonly LoggedEvent[] = [];
  #facts: LogFacts;

  /** `before`: what a fork has of its parent. */
  constructor(before: LogFacts = NOTHING) {
    this.#shown = before.events;
    this.#facts = before;
  }

  /** Events 1 … `shown` may be read. */
  get shown(): number {
    return this.#shown;
  }

  /** What is held back; empty when all is shown. */
  get held(): readonly LoggedEvent[] {
    return this.#held;
  }

  /** Of the whole log, also of what is held back. */
  get facts(): LogFacts {
    return this.#facts;
  }

  committed(events: readonly LoggedEvent[]): void {
    this.#held = [...this.#held, ...events];
    const before = this.#facts;
    this.#facts = {
      events: before.events + events.length,
      lastAt: events.at(-1)?.at ?? before.lastAt,
      jobAbandoned: before.jobAbandoned || events.some(({ name }) => name === JOB_ABANDONED),
    };
  }

  /** How many may be shown now. */
  due(leave: Leave, clock: number): number {
    if (leave === 'one') return 1;
    if (leave === 'all') return this.#held.length;
    const later = this.#held.findIndex(({ at }) => Date.parse(at) > clock);
    return later < 0 ? this.#held.length : later;
  }

  /** Shows the next `count`; there must be as many. Answers the time of the last of them. */
  show(count: number): number {
    const last = this.#held[count - 1];
    if (last === undefined) throw new Error('no event is held back');
    this.#held = this.#held.slice(count);
    this.#shown += count;
    return Date.parse(last.at);
  }
}
