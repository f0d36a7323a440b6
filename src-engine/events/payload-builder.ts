/**
 * Builds the parts that events have in common, from facts that SQL returned. Pure: the time is passed in.
 * Source: event reference, sections 4.1, 4.3 and 4.5.
 */
import type { Json } from '../template/template.ts';
import type { StepPayload, TaskPayload, WorkflowPayload } from './payloads.ts';

export type StepPayloadType =
  | 'started'
  | 'before_handle'
  | 'completed'
  | 'failed'
  | 'retry'
  | 'backoff'
  | 'max_retries_reached'
  | 'cancelled'
  | 'unknown';

export interface StepFacts {
  readonly taskId: number;
  readonly stepId: number;
  readonly stepName: string;
  /** Null only in rows that other programs wrote. */
  readonly attempts: number | null;
  readonly retryLimit: number;
  /** ISO-8601. */
  readonly lastAttemptedAt: string | null;
  readonly processedAt: string | null;
  readonly results: Json;
}

export function stepPayload(type: StepPayloadType, facts: StepFacts, timestamp: string): StepPayload {
  return {
    task_id: facts.taskId,
    step_id: facts.stepId,
    step_name: facts.stepName,
    started_at: facts.lastAttemptedAt,
    completed_at: facts.processedAt,
    attempt_number: facts.attempts ?? 1,
    retry_limit: facts.retryLimit,
    event_type: type,
    timestamp,
  };
}

/** `step_results` where there are any: an empty object says nothing. */
export function resultKeys(results: Json): { readonly step_results?: Json } {
  const empty = results === null || (typeof results === 'object' && Object.keys(results).length === 0);
  return empty ? {} : { step_results: results };
}

/** Upstream's execution_duration: completion minus last attempt in seconds, three decimals; 0 when either is missing. */
export function executionDuration(facts: Pick<StepFacts, 'lastAttemptedAt' | 'processedAt'>): number {
  if (facts.lastAttemptedAt === null || facts.processedAt === null) return 0;
  return secondsBetween(facts.lastAttemptedAt, facts.processedAt);
}

export type TaskPayloadType =
  | 'initialized'
  | 'enqueue'
  | 'started'
  | 'completed'
  | 'failed'
  | 'retry'
  | 'pending_transition'
  | 'cancelled'
  | 'resolved_manually';

export interface TaskFacts {
  readonly taskId: number | null;
  readonly taskName: string;
  /** ISO-8601; null for a task that was never saved. */
  readonly createdAt: string | null;
  readonly totalSteps: number;
  readonly completedSteps: number;
  readonly failedSteps: number;
}

export function taskPayload(type: TaskPayloadType, facts: TaskFacts, timestamp: string): TaskPayload {
  const { totalSteps, completedSteps, failedSteps, createdAt } = facts;
  const complete = totalSteps > 0 && completedSteps === totalSteps;
  const duration = createdAt === null ? null : secondsBetween(createdAt, timestamp);
  return {
    task_id: facts.taskId,
    task_name: facts.taskName,
    started_at: createdAt,
    completed_at: complete ? timestamp : null,
    task_type: 'Tasker::Task',
    event_type: type,
    timestamp,
    total_execution_duration: complete ? duration : null,
    current_execution_duration: complete ? null : duration,
    total_steps: totalSteps,
    completed_steps: completedSteps,
    failed_steps: failedSteps,
    pending_steps: totalSteps - completedSteps - failedSteps,
  };
}

export function orchestrationPayload(type: string, taskId: number, timestamp: string): WorkflowPayload {
  return { event_type: type, orchestration_event: true, timestamp, task_id: taskId };
}

function secondsBetween(from: string, to: string): number {
  return Math.round(Date.parse(to) - Date.parse(from)) / 1_000;
}
