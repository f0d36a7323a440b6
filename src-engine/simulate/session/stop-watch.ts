/** Decides, event by event, whether a run that is shown stops: at a breakpoint, or where somebody wanted it to go to. */
import type { Until } from '../../api/contract/lab-schemas.ts';
import type { LoggedEvent } from '../../events/event.ts';
import type { CompiledBreakpoints } from '../lab/stopping/breakpoints.ts';
import { HitCounter } from '../lab/stopping/breakpoints.ts';
import { restsAfter } from '../lab/stopping/stops.ts';

/** How many of the held events may be shown before the run rests. */
export interface Stop {
  readonly count: number;
  /** Null: it stands where it was to go to. */
  readonly breakpoint: string | null;
}

export class StopWatch {
  readonly #breakpoints: () => CompiledBreakpoints;
  readonly #startMs: number;
  readonly #hits = new HitCounter();
  #until: Until | null = null;
  /** The last event that was shown: whether a run rests after it may only be known when the next one is there. */
  #last: LoggedEvent | null = null;

  constructor(breakpoints: () => CompiledBreakpoints, startMs: number) {
    this.#breakpoints = breakpoints;
    this.#startMs = startMs;
  }

  goUntil(until: Until | null): void {
    this.#until = until;
    this.#last = null;
  }

  /** Looks at the events that are about to be shown, each once; null when all of them may be. */
  look(events: readonly LoggedEvent[]): Stop | null {
    for (const [index, event] of events.entries()) {
      if (this.#rests(event)) return { count: index, breakpoint: null };
      this.#last = event;
      const breakpoint = this.#hits.stopAt(this.#breakpoints(), event, this.#startMs);
      if (
        breakpoint !== null ||
        (this.#until?.kind === 'step' && restsAfter(this.#until, event, null) === true)
      ) {
        return { count: index + 1, breakpoint };
      }
    }
    return null;
  }

  /** Whether the run rests after what was shown last, now that the next event is known. */
  #rests(next: LoggedEvent): boolean {
    return (
      this.#until?.kind === 'tick' &&
      this.#last !== null &&
      restsAfter(this.#until, this.#last, next) === true
    );
  }
}
