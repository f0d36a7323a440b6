/**
 * How much of a log is shown. A commit brings several events at once; those that are not to be seen yet are held back by
 * their times, and the log in the database is the only copy of the events themselves.
 */
import type { EventName } from '../../events/event.ts';
import type { LogFacts } from '../../store/calls/event-log.ts';
import type { Leave } from './pace.ts';

const JOB_ABANDONED = 'workbench.job_abandoned' satisfies EventName;

export class ShownLog {
  #shown = 0;
  /** Virtual times of the committed events that are not shown, in order. */
  #held: readonly number[] = [];
  #facts: LogFacts = { events: 0, lastAt: null, jobAbandoned: false };

  /** Events 1 … `shown` may be read. */
  get shown(): number {
    return this.#shown;
  }

  /** The time of the next event that is held back; undefined when all are shown. */
  get next(): number | undefined {
    return this.#held[0];
  }

  /** Of the whole log, also of what is held back. */
  get facts(): LogFacts {
    return this.#facts;
  }

  committed(events: readonly { readonly at: string; readonly name: string }[]): void {
    this.#held = [...this.#held, ...events.map(({ at }) => Date.parse(at))];
    const before = this.#facts;
    this.#facts = {
      events: before.events + events.length,
      lastAt: events.at(-1)?.at ?? before.lastAt,
      jobAbandoned: before.jobAbandoned || events.some(({ name }) => name === JOB_ABANDONED),
    };
  }

  /** Shows what may be shown; answers the time of the last event of it. There must be one held back. */
  show(leave: Leave, clock: number): number {
    const count = this.#count(leave, clock);
    const last = this.#held[count - 1];
    if (last === undefined) throw new Error('no event is held back');
    this.#held = this.#held.slice(count);
    this.#shown += count;
    return last;
  }

  #count(leave: Leave, clock: number): number {
    if (leave === 'one') return 1;
    if (leave === 'all') return this.#held.length;
    const later = this.#held.findIndex((at) => at > clock);
    return later < 0 ? this.#held.length : later;
  }
}
