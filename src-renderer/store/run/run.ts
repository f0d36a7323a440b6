/**
 * The run as the page knows it: the engine's view of it, its log so far, the moment of it that is looked at, and what follows from
 * the log up to there. Nothing here decides anything; readiness is asked for.
 */
import { create } from 'zustand';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import type {
  RunNews,
  RunView,
  StepReadiness,
  TaskView,
} from '../../../src-engine/api/contract/run-schemas.ts';
import { Moments } from './moments.ts';
import type { StepFolds } from './step-fold.ts';
import { foldEvents, NO_STEPS } from './step-fold.ts';

export interface RunState {
  /** Null before the first run. */
  readonly view: RunView | null;
  /**
   * The log so far; event `seq` is at `seq - 1`. One growing array for the life of a run, so that twenty thousand events are
   * not copied with every batch: `count` says how much of it counts, and changes when it grows.
   */
  readonly events: readonly LoggedEvent[];
  readonly count: number;
  /** The event that is looked at; null: the last one, whichever that is. */
  readonly moment: number | null;
  /** The event after which everything on the screen is shown: `moment`, or the length of the log. */
  readonly shown: number;
  /** Virtual time at that moment, ISO-8601. */
  readonly now: string;
  /** At that moment. */
  readonly steps: StepFolds;
  /** As SQL sees the steps, by name; some milliseconds behind while the run is under way or somebody scrubs. */
  readonly readiness: ReadonlyMap<string, StepReadiness>;
  /** Event after which `readiness` and `task` are as they are. */
  readonly readinessSeq: number;
  readonly task: TaskView | null;
  /** A start was asked for and not answered yet. */
  readonly isStarting: boolean;
  /** The engine was lost in the middle of this run: what is shown is all that will come. */
  readonly isLost: boolean;
}

const NO_RUN: RunState = {
  view: null,
  events: [],
  count: 0,
  moment: null,
  shown: 0,
  now: '',
  steps: NO_STEPS,
  readiness: new Map(),
  readinessSeq: 0,
  task: null,
  isStarting: false,
  isLost: false,
};

export const useRun = create<RunState>(() => NO_RUN);

let moments = new Moments([]);

/** Begins to show another run, with an empty log. */
export function showRun(view: RunView | null): void {
  const events: LoggedEvent[] = [];
  moments = new Moments(events);
  useRun.setState({ ...NO_RUN, events, view, now: view?.now ?? '' });
}

/** What the engine says of the shown run; of another run it is dropped. */
export function updateView(view: RunView): void {
  const state = useRun.getState();
  if (state.view?.run !== view.run) return;
  useRun.setState({ view, ...(state.moment === null ? { now: view.now } : {}) });
}

/** Adds a batch. News of another run than the shown one, and events that are there already, are dropped. */
export function addNews({ events, view }: RunNews): void {
  const state = useRun.getState();
  if (state.view?.run !== view.run) return;
  const fresh = events.filter(({ seq }) => seq > state.count);
  // The one place where the growing array grows.
  const log = state.events as LoggedEvent[];
  for (const event of fresh) log.push(event);
  const count = log.length;
  if (state.moment !== null) useRun.setState({ view, count });
  else useRun.setState({ view, count, shown: count, now: view.now, steps: foldEvents(state.steps, fresh) });
}

/** Looks at the moment right after an event; null, or the last event: at the end, and whatever is added to it. */
export function goToEvent(seq: number | null): void {
  const { view, events, count, moment } = useRun.getState();
  if (view === null) return;
  const shown = seq === null ? count : Math.min(Math.max(seq, 1), count);
  // A run that goes on must be able to be looked at where it was, also at its end of that moment.
  const wanted = seq === null || (shown === count && view.status !== 'running') ? null : shown;
  if (wanted === moment && wanted !== null) return;
  const now = wanted === null ? view.now : (events[shown - 1]?.at ?? view.startedAt);
  useRun.setState({ moment: wanted, shown, now, steps: moments.at(shown) });
}

/** One event forward within the log; false at its end. */
export function stepForward(): boolean {
  const { shown, count } = useRun.getState();
  if (shown >= count) return false;
  goToEvent(shown + 1);
  return true;
}

export function stepBack(): void {
  const { shown } = useRun.getState();
  if (shown > 1) goToEvent(shown - 1);
}

export const isInThePast = ({ moment }: RunState): boolean => moment !== null;

export const isUnderWay = ({ view, isLost }: RunState): boolean =>
  !isLost && (view?.status === 'running' || view?.status === 'paused');
