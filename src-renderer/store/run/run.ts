/**
 * The run as the page knows it: the engine's view of it, its log so far, and what follows from the log. Nothing here
 * decides anything; readiness is asked for.
 */
import { create } from 'zustand';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import type {
  RunNews,
  RunView,
  StepReadiness,
  TaskView,
} from '../../../src-engine/api/contract/run-schemas.ts';
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
  readonly steps: StepFolds;
  /** As SQL sees the steps, by name; some milliseconds behind while the run is under way. */
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
  steps: NO_STEPS,
  readiness: new Map(),
  readinessSeq: 0,
  task: null,
  isStarting: false,
  isLost: false,
};

export const useRun = create<RunState>(() => NO_RUN);

/** Begins to show another run, with an empty log. */
export function showRun(view: RunView | null): void {
  useRun.setState({ ...NO_RUN, events: [], view });
}

/** Adds a batch. News of another run than the shown one, and events that are there already, are dropped. */
export function addNews({ events, view }: RunNews): void {
  const state = useRun.getState();
  if (state.view?.run !== view.run) return;
  const fresh = events.filter(({ seq }) => seq > state.count);
  // The one place where the growing array grows.
  const log = state.events as LoggedEvent[];
  for (const event of fresh) log.push(event);
  useRun.setState({ view, count: log.length, steps: foldEvents(state.steps, fresh) });
}

export const isUnderWay = ({ view, isLost }: RunState): boolean =>
  !isLost && (view?.status === 'running' || view?.status === 'paused');
