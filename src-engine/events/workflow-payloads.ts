/**
 * Keys of workflow and telemetry events beyond those every event of their group has (event reference, sections 3.3 and
 * 3.5). Of two copies that upstream sends, the richer one has the optional keys as well.
 */
import type { JsonObject } from '../template/template.ts';
import type { ExportEventName, WorkflowEventName } from './names.ts';

/** What the execution context adds to both finalization events. */
type ContextKeys = {
  readonly execution_status?: string;
  readonly health_status?: string;
  readonly completion_percentage?: number;
  readonly total_steps?: number;
  readonly ready_steps?: number;
  readonly failed_steps?: number;
  readonly recommended_action?: string;
};

type PublishedKeys = {
  readonly 'workflow.task_started': { readonly correlation_id: string };
  readonly 'workflow.viable_steps_discovered': {
    readonly step_ids: readonly number[];
    readonly processing_mode: 'concurrent';
    readonly step_count: number;
    readonly viable_count?: number;
    readonly step_names?: readonly string[];
  };
  readonly 'workflow.no_viable_steps': { readonly reason: string; readonly total_steps_checked?: number };
  readonly 'workflow.steps_execution_started': {
    readonly task_name: string;
    readonly step_count: number;
    readonly processing_mode: 'concurrent';
  };
  readonly 'workflow.steps_execution_completed': {
    readonly task_name: string;
    readonly processed_count: number;
    readonly successful_count: number;
  };
  readonly 'workflow.task_finalization_started': { readonly processed_steps_count: number } & ContextKeys;
  readonly 'workflow.task_finalization_completed': {
    readonly processed_steps_count: number;
    /** Null when the task was in no state that could be left. */
    readonly final_status?: string | null;
  } & ContextKeys;
  readonly 'workflow.task_reenqueue_started': {
    readonly task_name: string;
    readonly reason: string;
    readonly current_status: string;
  };
  readonly 'workflow.task_reenqueue_requested': { readonly task_name: string; readonly reason: string };
  readonly 'workflow.task_reenqueue_failed': {
    readonly task_name: string;
    readonly reason: string;
    readonly error: string;
  };
  readonly 'workflow.task_reenqueue_delayed': {
    readonly task_name: string;
    readonly reason: string;
    readonly delay_seconds: number;
    readonly scheduled_for: string;
  };
  /** Nothing publishes it; its helper would send these. */
  readonly 'workflow.task_state_unclear': { readonly task_name: string; readonly reason: string };
  /** Nothing publishes it; its helper would send this. */
  readonly 'workflow.step_completed': { readonly step_id: number };
};

/** Keys by name; of an event that nothing publishes no key is known. */
export type WorkflowKeys = PublishedKeys & {
  readonly [Name in Exclude<WorkflowEventName, keyof PublishedKeys>]: JsonObject;
};

type ExportCommon = {
  readonly timestamp: string;
  readonly format?: string;
  readonly correlation_id?: string;
};

/** What the metrics exporter of upstream sends; each event has two shapes, hence the optional keys. */
export type ExportPayloads = {
  readonly 'tasker.telemetry.cache_synced': {
    readonly strategy: string;
    readonly metrics_count: number;
    readonly duration_ms: number;
    readonly success: boolean;
    readonly timestamp: string;
  };
  readonly 'tasker.telemetry.export_requested': ExportCommon & {
    readonly export_id?: string;
    readonly include_instances?: boolean;
    readonly options: JsonObject;
  };
  readonly 'tasker.telemetry.export_completed': ExportCommon & {
    readonly export_id?: string;
    readonly success?: true;
    readonly data?: string;
    readonly metrics_count: number;
    readonly duration_ms: number;
  };
  readonly 'tasker.telemetry.export_failed': ExportCommon & {
    readonly export_id?: string;
    readonly success?: false;
    readonly error: string;
    readonly duration_ms?: number;
  };
} & {
  readonly [Name in Extract<ExportEventName, `tasker.telemetry.plugin_${string}`>]: {
    readonly plugin_name: string;
    readonly plugin_class: string;
    readonly options?: JsonObject;
    readonly timestamp: string;
  };
};
