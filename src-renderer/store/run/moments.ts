/**
 * The fold of a log at any event of it. Keeps the fold at every few hundred events, so that going anywhere in a long log costs no
 * more than folding a few hundred.
 */
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import type { StepFolds } from './step-fold.ts';
import { foldEvents, NO_STEPS } from './step-fold.ts';

const EVERY = 250;

export class Moments {
  readonly #events: readonly LoggedEvent[];
  /** After 0, `EVERY`, 2 × `EVERY` … events. */
  readonly #kept: StepFolds[] = [NO_STEPS];

  /** @param events May grow. */
  constructor(events: readonly LoggedEvent[]) {
    this.#events = events;
  }

  /** How the steps stand after the first `count` events. */
  at(count: number): StepFolds {
    const place = Math.floor(Math.min(count, this.#events.length) / EVERY);
    for (let next = this.#kept.length; next <= place; next += 1) {
      const before = this.#kept[next - 1] ?? NO_STEPS;
      this.#kept.push(foldEvents(before, this.#events.slice((next - 1) * EVERY, next * EVERY)));
    }
    return foldEvents(this.#kept[place] ?? NO_STEPS, this.#events.slice(place * EVERY, count));
  }
}
