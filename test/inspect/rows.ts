/** Readiness rows and contexts as SQL returns them, one value changed at a time. */
import type { StepFactsInWords } from '../../src-engine/inspect/readiness-words.ts';
import type { ReadinessRow } from '../../src-engine/store/calls/task-snapshot.ts';
import type { TaskContext } from '../../src-engine/store/calls/workbench-calls.ts';

export const NOW = Date.UTC(2030, 0, 1);

/** A root that was never tried and is ready. */
export function row(change: Partial<ReadinessRow> = {}): ReadinessRow {
  return {
    workflow_step_id: 1,
    task_id: 1,
    named_step_id: 1,
    name: 'pay',
    current_state: 'pending',
    dependencies_satisfied: true,
    retry_eligible: true,
    ready_for_execution: true,
    last_failure_at: null,
    next_retry_at: null,
    total_parents: 0,
    completed_parents: 0,
    attempts: 0,
    retry_limit: 3,
    backoff_request_seconds: null,
    last_attempted_at: null,
    ...change,
  };
}

/** Failed once, two seconds before it may be tried again. */
export function failedRow(change: Partial<ReadinessRow> = {}): ReadinessRow {
  return row({
    current_state: 'error',
    ready_for_execution: false,
    attempts: 1,
    last_failure_at: '2030-01-01T00:00:00',
    last_attempted_at: '2030-01-01T00:00:00',
    next_retry_at: '2030-01-01T00:00:02',
    ...change,
  });
}

export function facts(change: Partial<StepFactsInWords> = {}): StepFactsInWords {
  return { processed: false, retryable: true, inProcess: false, unfinishedParents: [], now: NOW, ...change };
}

/** Seven steps, three of them complete, one ready. */
export function context(change: Partial<TaskContext> = {}): TaskContext {
  return {
    task_id: 1,
    named_task_id: 1,
    status: 'in_progress',
    total_steps: 7,
    pending_steps: 4,
    in_progress_steps: 0,
    completed_steps: 3,
    failed_steps: 0,
    ready_steps: 1,
    execution_status: 'has_ready_steps',
    recommended_action: 'execute_ready_steps',
    completion_percentage: 42.86,
    health_status: 'healthy',
    ...change,
  };
}
