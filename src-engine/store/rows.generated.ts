/**
 * Generated from the catalog by `npm run generate`: one interface per table, view and function that
 * returns rows. Times are text in UTC, numeric is text, json is parsed.
 */
/** workbench.events: Every event of every run. seq counts 1, 2, 3, … within a run; at is virtual time (UTC). */
export interface EventsRow {
  readonly run_id: number;
  readonly seq: number;
  readonly at: string;
  readonly name: string;
  readonly payload: unknown;
}

/** workbench.migrations: Which files of the schema this database has, in which version */
export interface MigrationsRow {
  readonly name: string;
  readonly checksum: string;
  readonly applied_at: string;
}

/** workbench.row_versions: How steps and tasks of watched runs looked after each change, for going back to any event. */
export interface RowVersionsRow {
  readonly version_id: number;
  readonly run_id: number;
  readonly seq: number;
  readonly step_id: number | null;
  readonly sort_key: number;
  readonly columns: unknown;
}

/** workbench.runs: One simulated run of one task: what is needed to run it again. started_at is virtual time. */
export interface RunsRow {
  readonly run_id: number;
  readonly task_id: number;
  readonly profile: string;
  readonly seed: number;
  readonly template: unknown;
  readonly scenario: unknown;
  readonly started_at: string;
}

/** public.tasker_annotation_types: Kinds of annotations */
export interface TaskerAnnotationTypesRow {
  readonly annotation_type_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_dependent_system_object_maps: The same object under its ids in two systems */
export interface TaskerDependentSystemObjectMapsRow {
  readonly dependent_system_object_map_id: number;
  readonly dependent_system_one_id: number;
  readonly dependent_system_two_id: number;
  readonly remote_id_one: string;
  readonly remote_id_two: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_dependent_systems: Systems that steps depend on */
export interface TaskerDependentSystemsRow {
  readonly dependent_system_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_named_steps: Step names per system, shared by all templates and versions */
export interface TaskerNamedStepsRow {
  readonly named_step_id: number;
  readonly dependent_system_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_named_tasks: One row per template: namespace, name and version */
export interface TaskerNamedTasksRow {
  readonly named_task_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly task_namespace_id: number;
  readonly version: string;
  readonly configuration: unknown;
}

/** public.tasker_named_tasks_named_steps: The steps of a named task, with their retry defaults */
export interface TaskerNamedTasksNamedStepsRow {
  readonly id: number;
  readonly named_task_id: number;
  readonly named_step_id: number;
  readonly skippable: boolean;
  readonly default_retryable: boolean;
  readonly default_retry_limit: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_step_dag_relationships: Neighbours and shortest depth of each step */
export interface TaskerStepDagRelationshipsRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly parent_step_ids: unknown;
  readonly child_step_ids: unknown;
  readonly parent_count: number | null;
  readonly child_count: number | null;
  readonly is_root_step: boolean | null;
  readonly is_leaf_step: boolean | null;
  readonly min_depth_from_root: number | null;
}

/** public.tasker_task_annotations: Notes that handlers leave on a task */
export interface TaskerTaskAnnotationsRow {
  readonly task_annotation_id: number;
  readonly task_id: number;
  readonly annotation_type_id: number;
  readonly annotation: unknown;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_task_namespaces: Name spaces of named tasks */
export interface TaskerTaskNamespacesRow {
  readonly task_namespace_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_task_transitions: Every state a task has had; most_recent marks the current one */
export interface TaskerTaskTransitionsRow {
  readonly id: number;
  readonly to_state: string;
  readonly from_state: string | null;
  readonly metadata: unknown;
  readonly sort_key: number;
  readonly most_recent: boolean;
  readonly task_id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_tasks: One row per requested run of a named task */
export interface TaskerTasksRow {
  readonly task_id: number;
  readonly named_task_id: number;
  readonly complete: boolean;
  readonly requested_at: string;
  readonly initiator: string | null;
  readonly source_system: string | null;
  readonly reason: string | null;
  readonly bypass_steps: unknown;
  readonly tags: unknown;
  readonly context: unknown;
  readonly identity_hash: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_workflow_step_edges: to_step_id waits for from_step_id; nothing here forbids duplicates, cycles or edges between tasks */
export interface TaskerWorkflowStepEdgesRow {
  readonly id: number;
  readonly from_step_id: number;
  readonly to_step_id: number;
  readonly name: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_workflow_step_transitions: Every state a step has had; most_recent marks the current one */
export interface TaskerWorkflowStepTransitionsRow {
  readonly id: number;
  readonly to_state: string;
  readonly from_state: string | null;
  readonly metadata: unknown;
  readonly sort_key: number;
  readonly most_recent: boolean;
  readonly workflow_step_id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** public.tasker_workflow_steps: One row per step of a task, with its attempts and waits */
export interface TaskerWorkflowStepsRow {
  readonly workflow_step_id: number;
  readonly task_id: number;
  readonly named_step_id: number;
  readonly retryable: boolean;
  readonly retry_limit: number | null;
  readonly in_process: boolean;
  readonly processed: boolean;
  readonly processed_at: string | null;
  readonly attempts: number | null;
  readonly last_attempted_at: string | null;
  readonly backoff_request_seconds: number | null;
  readonly inputs: unknown;
  readonly results: unknown;
  readonly created_at: string;
  readonly updated_at: string;
  readonly skippable: boolean;
}

/** public.calculate_dependency_levels */
export interface CalculateDependencyLevelsRow {
  readonly workflow_step_id: number | null;
  readonly dependency_level: number | null;
}

/** workbench.create_tasks */
export interface CreateTasksRow {
  readonly task_id: number | null;
  readonly step_ids: readonly (number | null)[] | null;
}

/** workbench.documented_policy */
export interface DocumentedPolicyRow {
  readonly retry_eligible: boolean | null;
  readonly ready_for_execution: boolean | null;
  readonly next_retry_at: string | null;
  readonly permanently_blocked: boolean | null;
}

/** workbench.documented_readiness_in_range */
export interface DocumentedReadinessInRangeRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly name: string | null;
  readonly current_state: string | null;
  readonly dependencies_satisfied: boolean | null;
  readonly retry_eligible: boolean | null;
  readonly ready_for_execution: boolean | null;
  readonly last_failure_at: string | null;
  readonly next_retry_at: string | null;
  readonly total_parents: number | null;
  readonly completed_parents: number | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

/** workbench.documented_summaries */
export interface DocumentedSummariesRow {
  readonly task_id: number | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly completed_steps: number | null;
  readonly cancelled_steps: number | null;
  readonly failed_steps: number | null;
  readonly blocked_steps: number | null;
  readonly ready_step_ids: readonly (number | null)[] | null;
}

/** workbench.documented_summary */
export interface DocumentedSummaryRow {
  readonly task_id: number | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly completed_steps: number | null;
  readonly cancelled_steps: number | null;
  readonly failed_steps: number | null;
  readonly blocked_steps: number | null;
  readonly ready_step_ids: readonly (number | null)[] | null;
}

/** workbench.documented_summary_in_range */
export interface DocumentedSummaryInRangeRow {
  readonly task_id: number | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly completed_steps: number | null;
  readonly cancelled_steps: number | null;
  readonly failed_steps: number | null;
  readonly blocked_steps: number | null;
  readonly ready_step_ids: readonly (number | null)[] | null;
}

/** public.get_analytics_metrics_v01 */
export interface GetAnalyticsMetricsV01Row {
  readonly active_tasks_count: number | null;
  readonly total_namespaces_count: number | null;
  readonly unique_task_types_count: number | null;
  readonly system_health_score: string | null;
  readonly task_throughput: number | null;
  readonly completion_count: number | null;
  readonly error_count: number | null;
  readonly completion_rate: string | null;
  readonly error_rate: string | null;
  readonly avg_task_duration: string | null;
  readonly avg_step_duration: string | null;
  readonly step_throughput: number | null;
  readonly analysis_period_start: string | null;
  readonly calculated_at: string | null;
}

/** public.get_slowest_steps_v01 */
export interface GetSlowestStepsV01Row {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly step_name: string | null;
  readonly task_name: string | null;
  readonly namespace_name: string | null;
  readonly version: string | null;
  readonly duration_seconds: string | null;
  readonly attempts: number | null;
  readonly created_at: string | null;
  readonly completed_at: string | null;
  readonly retryable: boolean | null;
  readonly step_status: string | null;
}

/** public.get_slowest_tasks_v01 */
export interface GetSlowestTasksV01Row {
  readonly task_id: number | null;
  readonly task_name: string | null;
  readonly namespace_name: string | null;
  readonly version: string | null;
  readonly duration_seconds: string | null;
  readonly step_count: number | null;
  readonly completed_steps: number | null;
  readonly error_steps: number | null;
  readonly created_at: string | null;
  readonly completed_at: string | null;
  readonly initiator: string | null;
  readonly source_system: string | null;
}

/** public.get_step_readiness_status */
export interface GetStepReadinessStatusRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly name: string | null;
  readonly current_state: string | null;
  readonly dependencies_satisfied: boolean | null;
  readonly retry_eligible: boolean | null;
  readonly ready_for_execution: boolean | null;
  readonly last_failure_at: string | null;
  readonly next_retry_at: string | null;
  readonly total_parents: number | null;
  readonly completed_parents: number | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

/** public.get_step_readiness_status_batch */
export interface GetStepReadinessStatusBatchRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly name: string | null;
  readonly current_state: string | null;
  readonly dependencies_satisfied: boolean | null;
  readonly retry_eligible: boolean | null;
  readonly ready_for_execution: boolean | null;
  readonly last_failure_at: string | null;
  readonly next_retry_at: string | null;
  readonly total_parents: number | null;
  readonly completed_parents: number | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

/** public.get_system_health_counts_v01 */
export interface GetSystemHealthCountsV01Row {
  readonly total_tasks: number | null;
  readonly pending_tasks: number | null;
  readonly in_progress_tasks: number | null;
  readonly complete_tasks: number | null;
  readonly error_tasks: number | null;
  readonly cancelled_tasks: number | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly complete_steps: number | null;
  readonly error_steps: number | null;
  readonly retryable_error_steps: number | null;
  readonly exhausted_retry_steps: number | null;
  readonly in_backoff_steps: number | null;
  readonly active_connections: number | null;
  readonly max_connections: number | null;
}

/** public.get_task_execution_context */
export interface GetTaskExecutionContextRow {
  readonly task_id: number | null;
  readonly named_task_id: number | null;
  readonly status: string | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly completed_steps: number | null;
  readonly failed_steps: number | null;
  readonly ready_steps: number | null;
  readonly execution_status: string | null;
  readonly recommended_action: string | null;
  readonly completion_percentage: string | null;
  readonly health_status: string | null;
}

/** public.get_task_execution_contexts_batch */
export interface GetTaskExecutionContextsBatchRow {
  readonly task_id: number | null;
  readonly named_task_id: number | null;
  readonly status: string | null;
  readonly total_steps: number | null;
  readonly pending_steps: number | null;
  readonly in_progress_steps: number | null;
  readonly completed_steps: number | null;
  readonly failed_steps: number | null;
  readonly ready_steps: number | null;
  readonly execution_status: string | null;
  readonly recommended_action: string | null;
  readonly completion_percentage: string | null;
  readonly health_status: string | null;
}

/** workbench.ready_steps */
export interface ReadyStepsRow {
  readonly step_ids: readonly (number | null)[] | null;
}

/** workbench.step_facts */
export interface StepFactsRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly name: string | null;
  readonly current_state: string | null;
  readonly failed_at: string | null;
  readonly total_parents: number | null;
  readonly completed_parents: number | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly retryable: boolean | null;
  readonly processed: boolean | null;
  readonly in_process: boolean | null;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

/** workbench.step_facts_in_range */
export interface StepFactsInRangeRow {
  readonly workflow_step_id: number | null;
  readonly task_id: number | null;
  readonly named_step_id: number | null;
  readonly name: string | null;
  readonly current_state: string | null;
  readonly failed_at: string | null;
  readonly total_parents: number | null;
  readonly completed_parents: number | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly retryable: boolean | null;
  readonly processed: boolean | null;
  readonly in_process: boolean | null;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

/** workbench.step_results */
export interface StepResultsRow {
  readonly results: unknown;
}

/** workbench.task_contexts */
export interface TaskContextsRow {
  readonly context: unknown;
  readonly waits: unknown;
}

/** workbench.task_verdict */
export interface TaskVerdictRow {
  readonly execution_status: string | null;
  readonly recommended_action: string | null;
  readonly completion_percentage: string | null;
  readonly health_status: string | null;
}

/** workbench.transition_steps */
export interface TransitionStepsRow {
  readonly workflow_step_id: number | null;
  readonly applied: boolean | null;
  readonly from_state: string | null;
  readonly attempts: number | null;
  readonly retry_limit: number | null;
  readonly last_attempted_at: string | null;
  readonly processed_at: string | null;
  readonly results: unknown;
}

/** workbench.transition_tasks */
export interface TransitionTasksRow {
  readonly task_id: number | null;
  readonly applied: boolean | null;
  readonly from_state: string | null;
}
