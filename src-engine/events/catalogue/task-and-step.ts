/** Facts about the events of tasks and steps (event reference, sections 3.1 and 3.2). */
import type { StepEventName, TaskEventName } from '../names.ts';
import type { GroupFacts } from './entry.ts';
import { byEngine, byNobody, byOtherCode, MOVE_KEYS, STEP_KEYS, TASK_KEYS } from './entry.ts';

const TASK_MOVE_KEYS = ['task_id', 'task_name', 'task_context', ...MOVE_KEYS, 'timestamp'];

export const TASK_FACTS: GroupFacts<TaskEventName> = {
  'task.initialize_requested': byEngine(
    'The task goes back to pending to be run again; not sent when it is created.',
    ...TASK_KEYS,
    ...TASK_MOVE_KEYS,
    'reason',
    'ready_steps',
    'in_progress_steps',
    'completion_percentage',
    'health_status',
  ),
  'task.start_requested': byEngine(
    'The task was created, is about to start, or has started.',
    ...TASK_KEYS,
    ...TASK_MOVE_KEYS,
    'step_count',
  ),
  'task.completed': byEngine(
    'Every step is complete, and so is the task.',
    ...TASK_KEYS,
    ...TASK_MOVE_KEYS,
    'task',
    'completion_percentage',
    'health_status',
  ),
  'task.failed': byEngine(
    'The task went to error, was refused at creation, or could not start.',
    ...TASK_KEYS,
    ...TASK_MOVE_KEYS,
    'error_message',
    'error_steps',
    'error_step_results',
    'failed_steps_count',
    'completion_percentage',
    'health_status',
    'initialization_failed',
  ),
  'task.retry_requested': byOtherCode('A failed task is set back to pending.', ...TASK_MOVE_KEYS),
  'task.cancelled': byEngine('The task was cancelled through an endpoint.', ...TASK_MOVE_KEYS),
  'task.resolved_manually': byOtherCode('A failed task was declared settled by a person.', ...TASK_MOVE_KEYS),
  'task.before_transition': byEngine(
    'The task is about to change state.',
    'task_id',
    'from_state',
    'to_state',
    'transition_event',
    'timestamp',
  ),
};

export const STEP_FACTS: GroupFacts<StepEventName> = {
  'step.initialize_requested': byNobody('A step row came into being.'),
  'step.execution_requested': byEngine(
    'An attempt of the step begins.',
    ...STEP_KEYS,
    ...MOVE_KEYS,
    'step_inputs',
    'step_dependencies',
  ),
  'step.before_handle': byEngine('The handler of the step is called next.', ...STEP_KEYS),
  'step.handle': byNobody('The handler of the step is at work.'),
  'step.completed': byEngine(
    'The attempt succeeded; the step is complete.',
    ...STEP_KEYS,
    ...MOVE_KEYS,
    'execution_duration',
    'step_results',
  ),
  'step.failed': byEngine(
    'The attempt failed; the step is in error.',
    ...STEP_KEYS,
    ...MOVE_KEYS,
    'error_message',
    'error_class',
    'exception_class',
    'backtrace',
    'step_results',
  ),
  'step.retry_requested': byOtherCode(
    'A failed step is set back to pending; the engine retries without doing so.',
    ...STEP_KEYS,
    ...MOVE_KEYS,
    'previous_attempts',
    'retry_reason',
    'backoff_strategy',
  ),
  'step.cancelled': byEngine('The step was cancelled, alone or with its task.', ...STEP_KEYS, ...MOVE_KEYS),
  'step.resolved_manually': byOtherCode(
    'The step was declared settled by a person.',
    ...STEP_KEYS,
    ...MOVE_KEYS,
  ),
  'step.before_transition': byNobody('The step is about to change state.'),
};
