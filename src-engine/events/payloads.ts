/**
 * Payload of every event, key by key (event reference, sections 3 and 4). Times are ISO-8601 text with milliseconds
 * throughout: upstream mixes text and time objects. Type aliases, not interfaces: only those are JSON to the compiler.
 */
import type { Json, JsonObject } from '../template/template.ts';
import type {
  ObservabilityEventName,
  RegistryEventName,
  StepEventName,
  TaskEventName,
  TestEventName,
  WorkflowEventName,
} from './names.ts';
import type { State } from './transition-events.ts';
import type { ExportPayloads, WorkflowKeys } from './workflow-payloads.ts';

/** What the builder puts into every step event. */
export type StepPayload = {
  readonly task_id: number;
  readonly step_id: number;
  readonly step_name: string;
  /** End of the last attempt before this event; null before the first. Upstream stamps it at the end. */
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly attempt_number: number;
  readonly retry_limit: number;
  readonly event_type: string;
  readonly timestamp: string;
};

/** Added by the state machine's own copy of an event. */
export type StepMove = {
  readonly from_state: State;
  readonly to_state: State;
  readonly transitioned_at: string;
};

export type StepStartedKeys = {
  readonly step_inputs: JsonObject;
  readonly step_dependencies: readonly string[];
};

/** Seconds the attempt took. Upstream's own figure is about zero in every copy. */
export type StepCompletedKeys = { readonly execution_duration: number; readonly step_results?: Json };

export type StepFailedKeys = {
  readonly error_message: string;
  readonly error_class: string;
  /** Always `StandardError` upstream; the real class is in error_class. */
  readonly exception_class: string;
  readonly backtrace: readonly string[];
  readonly step_results?: Json;
};

export type StepRetryKeys = {
  readonly previous_attempts: number;
  readonly retry_reason: string;
  readonly backoff_strategy: string;
};

export type StepBackoffKeys = {
  readonly backoff_seconds: number;
  readonly backoff_type: 'server_requested' | 'exponential';
};

/** What the builder puts into task events. */
export type TaskPayload = {
  readonly task_id: number | null;
  readonly task_name: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly task_type: string;
  readonly event_type: string;
  readonly timestamp: string;
  readonly total_execution_duration: number | null;
  readonly current_execution_duration: number | null;
  readonly total_steps: number;
  readonly completed_steps: number;
  readonly failed_steps: number;
  /** Everything that is neither complete nor failed, steps in progress and cancelled ones too. */
  readonly pending_steps: number;
};

export type TaskMove = {
  readonly task_context: JsonObject;
  readonly from_state: State;
  readonly to_state: State;
  readonly transitioned_at: string;
};

/** The state machine's raw copy: not built, only the move. */
export type TaskMovePayload = TaskMove & {
  readonly task_id: number;
  readonly task_name: string;
  readonly timestamp: string;
};

export type BeforeTransitionPayload = {
  readonly task_id: number;
  readonly from_state: State;
  readonly to_state: State;
  readonly transition_event: string;
  readonly timestamp: string;
};

export type WorkflowPayload = {
  readonly event_type: string;
  readonly orchestration_event: true;
  readonly timestamp: string;
  readonly task_id: number;
};

/** What the finalizer and its neighbours add to a task event, each where it applies. */
export type TaskDetailKeys = {
  readonly step_count?: number;
  readonly reason?: string;
  readonly error_message?: string;
  readonly initialization_failed?: boolean;
  readonly completion_percentage?: number;
  readonly health_status?: string;
  readonly ready_steps?: number;
  readonly in_progress_steps?: number;
  readonly failed_steps_count?: number;
};

/** Added when a job is enqueued; the last four once it runs. */
export type EnqueueKeys = {
  readonly task_context: JsonObject;
  readonly job_id?: string;
  readonly correlation_id?: string;
  readonly queue_name?: string;
  readonly attempt?: number;
};

type Extra = JsonObject;

/** Event name → payload. */
export type EventPayloads = {
  readonly [Name in Exclude<TaskEventName, 'task.before_transition'>]:
    (TaskPayload & TaskDetailKeys & Partial<TaskMove>) | TaskMovePayload;
} & { readonly 'task.before_transition': BeforeTransitionPayload } & {
  readonly [
    Name in Exclude<
      StepEventName,
      'step.execution_requested' | 'step.completed' | 'step.failed' | 'step.retry_requested'
    >
  ]: StepPayload & Partial<StepMove>;
} & {
  readonly 'step.execution_requested': StepPayload & StepStartedKeys & Partial<StepMove>;
  readonly 'step.completed': StepPayload & StepCompletedKeys & Partial<StepMove>;
  readonly 'step.failed': StepPayload & StepFailedKeys & Partial<StepMove>;
  readonly 'step.retry_requested': StepPayload & StepRetryKeys & Partial<StepMove>;
} & { readonly [Name in WorkflowEventName]: WorkflowPayload & WorkflowKeys[Name] } & {
  readonly [
    Name in Exclude<
      ObservabilityEventName,
      'observability.step.backoff' | 'observability.step.max_retries_reached'
    >
  ]: TaskPayload & Extra;
} & {
  readonly 'observability.task.enqueue': TaskPayload & EnqueueKeys;
  readonly 'observability.step.backoff': StepPayload & StepBackoffKeys;
  readonly 'observability.step.max_retries_reached': StepPayload;
} & ExportPayloads & { readonly [Name in TestEventName | RegistryEventName]: Extra } & {
    readonly 'workbench.worker_crashed': WorkbenchPayload & { readonly step_names: readonly string[] };
    readonly 'workbench.worker_recovered': WorkbenchPayload & { readonly step_names: readonly string[] };
    readonly 'workbench.loop_spinning': WorkbenchPayload & { readonly step_names: readonly string[] };
    readonly 'workbench.job_abandoned': WorkbenchPayload & {
      readonly executions: number;
      readonly reason: string;
    };
    readonly 'workbench.database_paused': WorkbenchPayload & { readonly seconds: number };
    readonly 'workbench.retry_limit_set': WorkbenchPayload & {
      readonly step_name: string;
      readonly retry_limit: number;
    };
    readonly 'workbench.context_set': WorkbenchPayload & { readonly context: JsonObject };
  };

export type WorkbenchPayload = { readonly task_id: number; readonly timestamp: string };
