/** How many events of each family and name there are, and which steps they are about; counted as the log grows. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import { stepOf } from '../../../store/run/step-fold.ts';
import type { Family } from './family.ts';
import { familyOf } from './family.ts';

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** Of the whole log, whatever the filter shows. */
export interface TallyView {
  readonly families: Readonly<Record<Family, number>>;
  /** In the order of the alphabet. */
  readonly names: readonly Counted[];
  /** In the order in which they first appear. */
  readonly steps: readonly Counted[];
}

export const NO_TALLY: TallyView = { families: emptyFamilies(), names: [], steps: [] };

export class Tally {
  #events: readonly LoggedEvent[] = [];
  #counted = 0;
  readonly #names = new Map<string, number>();
  readonly #steps = new Map<string, number>();

  /** Counts what is new; another log is counted from its beginning. */
  count(events: readonly LoggedEvent[], count: number): void {
    if (events !== this.#events) this.#reset(events);
    for (; this.#counted < count; this.#counted += 1) {
      const event = events[this.#counted];
      if (event === undefined) return;
      increment(this.#names, event.name);
      const step = stepOf(event);
      if (step !== null) increment(this.#steps, step);
    }
  }

  /** Some dozens of names and as many steps as there are: cheap to take after every batch. */
  view(): TallyView {
    const families = emptyFamilies();
    for (const [name, count] of this.#names) families[familyOf(name)] += count;
    const names = listOf(this.#names).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { families, names, steps: listOf(this.#steps) };
  }

  #reset(events: readonly LoggedEvent[]): void {
    this.#events = events;
    this.#counted = 0;
    this.#names.clear();
    this.#steps.clear();
  }
}

function emptyFamilies(): Record<Family, number> {
  return { task: 0, step: 0, workflow: 0, observability: 0, workbench: 0, other: 0 };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function listOf(counts: ReadonlyMap<string, number>): readonly Counted[] {
  return [...counts].map(([name, count]) => ({ name, count }));
}
