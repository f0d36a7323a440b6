/** Finds a step's events without reading the whole log for each of them: every event is looked at once. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import { stepOf } from '../../../store/run/step-fold.ts';

export class StepLog {
  #events: readonly LoggedEvent[] = [];
  #read = 0;
  readonly #places = new Map<string, number[]>();

  /** In the order of the log, as far as event `seq`. */
  eventsOf(step: string, events: readonly LoggedEvent[], seq: number): readonly LoggedEvent[] {
    this.#readUpTo(events, seq);
    const places = this.#places.get(step) ?? [];
    return places.filter((place) => place < seq).flatMap((place) => events[place] ?? []);
  }

  #readUpTo(events: readonly LoggedEvent[], seq: number): void {
    if (events !== this.#events) {
      this.#events = events;
      this.#read = 0;
      this.#places.clear();
    }
    for (; this.#read < Math.min(seq, events.length); this.#read += 1) {
      const event = events[this.#read];
      const step = event === undefined ? null : stepOf(event);
      if (step !== null) this.#add(step, this.#read);
    }
  }

  #add(step: string, place: number): void {
    const places = this.#places.get(step);
    if (places === undefined) this.#places.set(step, [place]);
    else places.push(place);
  }
}
