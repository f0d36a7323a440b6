/** The states of tasks and steps in both generations (template format of the successor, section 4). Pure. */

const RAILS = ['pending', 'in_progress', 'complete', 'error', 'cancelled', 'resolved_manually'] as const;

export const TASK_STATES = {
  rails: RAILS,
  core: [
    'pending',
    'initializing',
    'enqueuing_steps',
    'steps_in_process',
    'evaluating_results',
    'waiting_for_dependencies',
    'waiting_for_retry',
    'blocked_by_failures',
    'complete',
    'error',
    'cancelled',
    'resolved_manually',
  ],
} as const;

export const STEP_STATES = {
  rails: RAILS,
  core: [
    'pending',
    'enqueued',
    'in_progress',
    'enqueued_for_orchestration',
    'enqueued_as_error_for_orchestration',
    'waiting_for_retry',
    'complete',
    'error',
    'cancelled',
    'resolved_manually',
  ],
} as const;
