/**
 * Which event a change of state fires (state machine reference, section 2.3), one name for each legal move. The tables
 * are keyed by the tables of moves, so that a move without a name does not compile.
 */
// oxlint-disable-next-line no-restricted-imports -- only the types of a pure table; nothing is loaded
import type { STEP_MOVES, StepState, TASK_MOVES, TaskState } from '../run/state-machine.ts';
import type { StepEventName, TaskEventName } from './names.ts';

/** What a move of a task can fire: never the event before it. */
export type TaskMoveEventName = Exclude<TaskEventName, 'task.before_transition'>;

type Names<Moves extends Record<string, readonly string[]>, Name> = {
  readonly [From in keyof Moves]: { readonly [To in Moves[From][number]]: Name };
};

const TASK_TRANSITION_EVENTS: Names<typeof TASK_MOVES, TaskMoveEventName> = {
  pending: { in_progress: 'task.start_requested', cancelled: 'task.cancelled', error: 'task.failed' },
  in_progress: {
    pending: 'task.initialize_requested',
    complete: 'task.completed',
    error: 'task.failed',
    cancelled: 'task.cancelled',
  },
  error: { pending: 'task.retry_requested', resolved_manually: 'task.resolved_manually' },
  complete: { cancelled: 'task.cancelled' },
  resolved_manually: { cancelled: 'task.cancelled' },
  cancelled: {},
};

const STEP_TRANSITION_EVENTS: Names<typeof STEP_MOVES, StepEventName> = {
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
};

/**
 * What the published maps name for a move from nothing. Neither engine ever makes one: without a transition row a state
 * reads as pending. Kept for readers of the maps.
 */
export const TASK_INITIAL_EVENTS: Readonly<Record<TaskState, TaskMoveEventName>> = {
  pending: 'task.initialize_requested',
  in_progress: 'task.start_requested',
  complete: 'task.completed',
  error: 'task.failed',
  cancelled: 'task.cancelled',
  resolved_manually: 'task.resolved_manually',
};

export const STEP_INITIAL_EVENTS: Readonly<Record<StepState, StepEventName>> = {
  pending: 'step.initialize_requested',
  in_progress: 'step.execution_requested',
  complete: 'step.completed',
  error: 'step.failed',
  cancelled: 'step.cancelled',
  resolved_manually: 'step.resolved_manually',
};

/** Throws for a move that is not legal: it never happened, so nothing may tell of it. */
export function taskTransitionEvent(from: TaskState, to: TaskState): TaskMoveEventName {
  return named(TASK_TRANSITION_EVENTS[from], from, to);
}

export function stepTransitionEvent(from: StepState, to: StepState): StepEventName {
  return named(STEP_TRANSITION_EVENTS[from], from, to);
}

function named<Name>(names: Readonly<Partial<Record<string, Name>>>, from: string, to: string): Name {
  const name = names[to];
  if (name === undefined) throw new Error(`no event for the move ${from} → ${to}: it is not legal`);
  return name;
}
