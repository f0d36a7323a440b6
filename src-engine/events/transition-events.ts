/**
 * Tasker's legal moves, and which event each of them fires (state machine reference, sections 2.1 to 2.3): one table for
 * tasks, one for steps, and the only place where moves are written down.
 */
import type { StepEventName, TaskEventName } from './names.ts';

/** A task and a step have the same six. */
export type State = 'pending' | 'in_progress' | 'complete' | 'error' | 'cancelled' | 'resolved_manually';

/** What a move of a task can fire: never the event before it. */
export type TaskMoveEventName = Exclude<TaskEventName, 'task.before_transition'>;

/** From → to → name; a move that is not legal is absent. */
type Names<Name> = Readonly<Record<State, Readonly<Partial<Record<State, Name>>>>>;

export const TASK_TRANSITION_EVENTS = {
  pending: { in_progress: 'task.start_requested', cancelled: 'task.cancelled', error: 'task.failed' },
  in_progress: {
    complete: 'task.completed',
    error: 'task.failed',
    cancelled: 'task.cancelled',
    pending: 'task.initialize_requested',
  },
  error: { pending: 'task.retry_requested', resolved_manually: 'task.resolved_manually' },
  complete: { cancelled: 'task.cancelled' },
  resolved_manually: { cancelled: 'task.cancelled' },
  cancelled: {},
} as const satisfies Names<TaskMoveEventName>;

export const STEP_TRANSITION_EVENTS = {
  pending: {
    in_progress: 'step.execution_requested',
    error: 'step.failed',
    cancelled: 'step.cancelled',
    resolved_manually: 'step.resolved_manually',
  },
  in_progress: { complete: 'step.completed', error: 'step.failed', cancelled: 'step.cancelled' },
  error: { pending: 'step.retry_requested', resolved_manually: 'step.resolved_manually' },
  complete: {},
  cancelled: {},
  resolved_manually: {},
} as const satisfies Names<StepEventName>;

/**
 * What the published maps name for a move from nothing. Neither engine ever makes one: without a transition row a state
 * reads as pending. Kept for readers of the maps.
 */
export const TASK_INITIAL_EVENTS: Readonly<Record<State, TaskMoveEventName>> = {
  pending: 'task.initialize_requested',
  in_progress: 'task.start_requested',
  complete: 'task.completed',
  error: 'task.failed',
  cancelled: 'task.cancelled',
  resolved_manually: 'task.resolved_manually',
};

export const STEP_INITIAL_EVENTS: Readonly<Record<State, StepEventName>> = {
  pending: 'step.initialize_requested',
  in_progress: 'step.execution_requested',
  complete: 'step.completed',
  error: 'step.failed',
  cancelled: 'step.cancelled',
  resolved_manually: 'step.resolved_manually',
};

/** Throws for a move that is not legal: it never happened, so nothing may tell of it. */
export function taskTransitionEvent(from: State, to: State): TaskMoveEventName {
  return named(TASK_TRANSITION_EVENTS[from], from, to);
}

export function stepTransitionEvent(from: State, to: State): StepEventName {
  return named(STEP_TRANSITION_EVENTS[from], from, to);
}

function named<Name>(names: Readonly<Partial<Record<string, Name>>>, from: string, to: string): Name {
  const name = names[to];
  if (name === undefined) throw new Error(`no event for the move ${from} → ${to}: it is not legal`);
  return name;
}
