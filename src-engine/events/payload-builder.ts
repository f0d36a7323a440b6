/**
 * Builds the parts that events have in common, from facts that SQL returned. Pure: the time is passed in.
 * Source: event reference, sections 4.1, 4.3 and 4.5.
 */
import type { Json } from '../template/template.ts';
import type { StepFailedKeys, StepPayload, TaskPayload, WorkflowPayload } from './payloads.ts';

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

/**
 * What every step event carries. Upstream counts attempts before the attempt in some copies and after it in others;
 * here attempt_number is what the facts say, 1 when they say nothing.
 */
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

/** What is known about a failure; every part may be missing. */
export interface FailureFacts {
  readonly message?: string;
  readonly errorClass?: string;
  /** First lines only. */
  readonly backtrace?: readonly string[];
}

/**
 * The message is what the caller says, else the `error` of the results, else `Unknown error`. The class that matters is
 * in error_class; exception_class is `StandardError` whatever happened, as in every payload upstream ever sent.
 */
export function failedKeys(failure: FailureFacts, results: Json): StepFailedKeys {
  return {
    error_message: failure.message ?? errorOf(results) ?? 'Unknown error',
    error_class: failure.errorClass ?? 'StandardError',
    exception_class: 'StandardError',
    backtrace: failure.backtrace ?? [],
    ...resultKeys(results),
  };
}

function errorOf(results: Json): string | undefined {
  if (results === null || typeof results !== 'object' || !('error' in results)) return undefined;
  const error = results['error'];
  return typeof error === 'string' ? error : undefined;
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

/** What every built task event carries. A task without steps counts as not complete. */
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

/** What every workflow event carries. */
export function orchestrationPayload(type: string, taskId: number, timestamp: string): WorkflowPayload {
  return { event_type: type, orchestration_event: true, timestamp, task_id: taskId };
}

function secondsBetween(from: string, to: string): number {
  return Math.round(Date.parse(to) - Date.parse(from)) / 1_000;
}
