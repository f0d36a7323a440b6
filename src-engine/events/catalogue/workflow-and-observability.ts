/** Facts about the events of orchestration and of observing it (event reference, sections 3.3 and 3.4). */
import type { ObservabilityEventName, WorkflowEventName } from '../names.ts';
import type { GroupFacts } from './entry.ts';
import { byEngine, byNobody, byOtherCode, ORCHESTRATION_KEYS, STEP_KEYS, TASK_KEYS } from './entry.ts';

const FINALIZATION_KEYS = [
  ...ORCHESTRATION_KEYS,
  'task_id',
  'processed_steps_count',
  'execution_status',
  'health_status',
  'completion_percentage',
  'total_steps',
  'ready_steps',
  'failed_steps',
  'recommended_action',
] as const;

const REENQUEUE_KEYS = [...ORCHESTRATION_KEYS, 'task_id', 'task_name', 'reason'] as const;
const BATCH_KEYS = [...ORCHESTRATION_KEYS, 'task_id', 'task_name'] as const;

export const WORKFLOW_FACTS: GroupFacts<WorkflowEventName> = {
  'workflow.task_started': byEngine(
    'A run of the task begins.',
    ...ORCHESTRATION_KEYS,
    'task_id',
    'correlation_id',
  ),
  'workflow.task_completed': byNobody('The workflow as a whole succeeded.'),
  'workflow.task_failed': byNobody('The workflow as a whole failed.'),
  'workflow.step_completed': byNobody('A step was finished, as the orchestration sees it.'),
  'workflow.step_failed': byNobody('A step failed, as the orchestration sees it.'),
  'workflow.viable_steps_discovered': byEngine(
    'A discovery found steps that are ready.',
    ...ORCHESTRATION_KEYS,
    'task_id',
    'step_ids',
    'processing_mode',
    'step_count',
    'viable_count',
    'step_names',
  ),
  'workflow.no_viable_steps': byEngine(
    'A discovery found nothing that is ready.',
    ...ORCHESTRATION_KEYS,
    'task_id',
    'reason',
    'total_steps_checked',
  ),
  'workflow.orchestration_requested': byNobody('Somebody asks for a pass over the task.'),
  'workflow.task_finalization_started': byEngine(
    'The run found nothing more to do and looks at how the task stands.',
    ...FINALIZATION_KEYS,
  ),
  'workflow.task_finalization_completed': byEngine(
    'The run decided what becomes of the task.',
    ...FINALIZATION_KEYS,
    'final_status',
  ),
  'workflow.task_reenqueue_started': byOtherCode(
    'The task is about to be queued again at once.',
    ...REENQUEUE_KEYS,
    'current_status',
  ),
  'workflow.task_reenqueue_requested': byOtherCode('The task was queued again.', ...REENQUEUE_KEYS),
  'workflow.task_reenqueue_failed': byOtherCode(
    'The task could not be queued again.',
    ...REENQUEUE_KEYS,
    'error',
  ),
  'workflow.task_reenqueue_delayed': byOtherCode(
    'The task was queued again for later.',
    ...REENQUEUE_KEYS,
    'delay_seconds',
    'scheduled_for',
  ),
  'workflow.task_state_unclear': byNobody('The finalizer cannot tell how the task stands.'),
  'workflow.step_execution_failed': byNobody('A step could not even be run.'),
  'workflow.viable_steps_batch_ready': byNobody('A batch of ready steps is about to run.'),
  'workflow.steps_execution_started': byEngine(
    'A batch of ready steps begins.',
    ...BATCH_KEYS,
    'step_count',
    'processing_mode',
  ),
  'workflow.steps_execution_completed': byEngine(
    'A batch of ready steps has ended.',
    ...BATCH_KEYS,
    'processed_count',
    'successful_count',
  ),
};

export const OBSERVABILITY_FACTS: GroupFacts<ObservabilityEventName> = {
  'observability.task.handle': byNobody('Span of processing a task.'),
  'observability.task.enqueue': byEngine(
    'The task is queued, and again when its job starts.',
    ...TASK_KEYS,
    'task_context',
    'job_id',
    'correlation_id',
    'queue_name',
    'attempt',
  ),
  'observability.task.finalize': byNobody('Span of finalizing a task.'),
  'observability.step.handle': byNobody('Span of processing a step.'),
  'observability.step.find_viable': byNobody('Span of a discovery.'),
  'observability.step.backoff': byEngine(
    'A wait before the next attempt was set, by the server or by doubling.',
    ...STEP_KEYS,
    'backoff_seconds',
    'backoff_type',
    'retry_after',
    'attempt',
    'calculated_attempt',
    'base_delay',
    'multiplier',
    'jitter_enabled',
    'jitter_max_percentage',
  ),
  'observability.step.skip': byNobody('A step was skipped.'),
  'observability.step.max_retries_reached': byNobody('A step has no attempt left.'),
};
