/**
 * The rows of a growing log that pass a filter. Each event is looked at once: what is new is added, and only another
 * filter begins again. Nothing here knows a screen or a store.
 */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import type { EventFilter, EventTest } from './event-filter.ts';
import { NO_FILTER, testOf } from './event-filter.ts';

export class FilteredLog {
  readonly #testOf: typeof testOf;
  #events: readonly LoggedEvent[] = [];
  #filter: EventFilter = NO_FILTER;
  #test: EventTest;
  #rows: number[] = [];
  #scanned = 0;

  /** @param makeTest For tests, which count how often an event is looked at. */
  constructor(makeTest: typeof testOf = testOf) {
    this.#testOf = makeTest;
    this.#test = makeTest(this.#filter);
  }

  /** The log that was shown last. */
  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  /** Places in the log, ascending. Grows in place: who shows it remembers how long it was. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /** How much of the log was looked at. */
  get scanned(): number {
    return this.#scanned;
  }

  /** Begins anew when the log or the filter is another one. */
  show(events: readonly LoggedEvent[], filter: EventFilter): void {
    if (events === this.#events && filter === this.#filter) return;
    this.#events = events;
    this.#filter = filter;
    this.#test = this.#testOf(filter);
    this.#rows = [];
    this.#scanned = 0;
  }

  /** Looks at the next events, at most `most`, up to `count`. Says whether it came to the end. */
  scan(count: number, most: number): boolean {
    const end = Math.min(count, this.#scanned + most);
    for (let index = this.#scanned; index < end; index += 1) {
      const event = this.#events[index];
      if (event !== undefined && this.#test(event)) this.#rows.push(index);
    }
    this.#scanned = Math.max(this.#scanned, end);
    return this.#scanned >= count;
  }
}

/** The row that shows a place in the log; -1 when the filter hides it. `length`: how many rows count. */
export function rowOf(rows: readonly number[], length: number, place: number): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? -1;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
