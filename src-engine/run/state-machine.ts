/**
 * Tasker's two state machines (state machine reference, section 2). The legal moves are the keys of the tables that name
 * the event of each move; the SQL that writes transitions is given the allowed sources from here.
 */
import type { State } from '../events/transition-events.ts';
import { STEP_TRANSITION_EVENTS, TASK_TRANSITION_EVENTS } from '../events/transition-events.ts';

export type TaskState = State;
export type StepState = State;

type Moves = Readonly<Record<State, readonly State[]>>;

/** From → every state it may move to. */
export const TASK_MOVES: Moves = movesOf(TASK_TRANSITION_EVENTS);
export const STEP_MOVES: Moves = movesOf(STEP_TRANSITION_EVENTS);

/** States from which a task may move to `to`, e.g. `in_progress` from `pending`. */
export function taskSources(to: TaskState): readonly TaskState[] {
  return sources(TASK_MOVES, to);
}

/** States from which a step may move to `to`. */
export function stepSources(to: StepState): readonly StepState[] {
  return sources(STEP_MOVES, to);
}

type Events = Readonly<Record<State, Readonly<Partial<Record<State, string>>>>>;

function movesOf(events: Events): Moves {
  const targets = (from: State): readonly State[] => Object.keys(events[from]).filter(isState);
  return {
    pending: targets('pending'),
    in_progress: targets('in_progress'),
    complete: targets('complete'),
    error: targets('error'),
    cancelled: targets('cancelled'),
    resolved_manually: targets('resolved_manually'),
  };
}

function sources(moves: Moves, to: State): readonly State[] {
  return Object.keys(moves)
    .filter(isState)
    .filter((from) => moves[from].includes(to));
}

export function isState(text: string): text is State {
  return text in TASK_TRANSITION_EVENTS;
}
