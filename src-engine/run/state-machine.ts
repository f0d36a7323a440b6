/**
 * Tasker's two state machines, each as one table of legal moves (state machine reference, section 2).
 * The SQL that writes transitions is given the allowed sources from here, so the table is the only truth.
 */
export const TASK_MOVES = {
  pending: ['in_progress', 'cancelled', 'error'],
  in_progress: ['complete', 'error', 'cancelled', 'pending'],
  error: ['pending', 'resolved_manually'],
  complete: ['cancelled'],
  resolved_manually: ['cancelled'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export const STEP_MOVES = {
  pending: ['in_progress', 'error', 'cancelled', 'resolved_manually'],
  in_progress: ['complete', 'error', 'cancelled'],
  error: ['pending', 'resolved_manually'],
  complete: [],
  cancelled: [],
  resolved_manually: [],
} as const satisfies Record<string, readonly string[]>;

export type TaskState = keyof typeof TASK_MOVES;
export type StepState = keyof typeof STEP_MOVES;

/** States from which a task may move to `to`, e.g. `in_progress` from `pending`. */
export function taskSources(to: TaskState): readonly TaskState[] {
  return sources(TASK_MOVES, to);
}

/** States from which a step may move to `to`. */
export function stepSources(to: StepState): readonly StepState[] {
  return sources(STEP_MOVES, to);
}

function sources<State extends string>(moves: Record<State, readonly State[]>, to: State): State[] {
  const states: State[] = [];
  for (const from in moves) if (moves[from].includes(to)) states.push(from);
  return states;
}
