/** The nine functions and the view as the conformance test expects them. */
const READINESS = [
  'workflow_step_id bigint',
  'task_id bigint',
  'named_step_id integer',
  'name text',
  'current_state text',
  'dependencies_satisfied boolean',
  'retry_eligible boolean',
  'ready_for_execution boolean',
  'last_failure_at timestamp without time zone',
  'next_retry_at timestamp without time zone',
  'total_parents integer',
  'completed_parents integer',
  'attempts integer',
  'retry_limit integer',
  'backoff_request_seconds integer',
  'last_attempted_at timestamp without time zone',
].join(', ');

const CONTEXT = [
  'task_id bigint',
  'named_task_id integer',
  'status text',
  'total_steps bigint',
  'pending_steps bigint',
  'in_progress_steps bigint',
  'completed_steps bigint',
  'failed_steps bigint',
  'ready_steps bigint',
  'execution_status text',
  'recommended_action text',
  'completion_percentage numeric',
  'health_status text',
].join(', ');

const HEALTH = [
  'total_tasks',
  'pending_tasks',
  'in_progress_tasks',
  'complete_tasks',
  'error_tasks',
  'cancelled_tasks',
  'total_steps',
  'pending_steps',
  'in_progress_steps',
  'complete_steps',
  'error_steps',
  'retryable_error_steps',
  'exhausted_retry_steps',
  'in_backoff_steps',
  'active_connections',
  'max_connections',
]
  .map((column) => `${column} bigint`)
  .join(', ');

const METRICS = [
  'active_tasks_count bigint',
  'total_namespaces_count bigint',
  'unique_task_types_count bigint',
  'system_health_score numeric',
  'task_throughput bigint',
  'completion_count bigint',
  'error_count bigint',
  'completion_rate numeric',
  'error_rate numeric',
  'avg_task_duration numeric',
  'avg_step_duration numeric',
  'step_throughput bigint',
  'analysis_period_start timestamp with time zone',
  'calculated_at timestamp with time zone',
].join(', ');

const SLOWEST_TASKS = [
  'task_id bigint',
  'task_name character varying',
  'namespace_name character varying',
  'version character varying',
  'duration_seconds numeric',
  'step_count bigint',
  'completed_steps bigint',
  'error_steps bigint',
  'created_at timestamp with time zone',
  'completed_at timestamp with time zone',
  'initiator character varying',
  'source_system character varying',
].join(', ');

const SLOWEST_STEPS = [
  'workflow_step_id bigint',
  'task_id bigint',
  'step_name character varying',
  'task_name character varying',
  'namespace_name character varying',
  'version character varying',
  'duration_seconds numeric',
  'attempts integer',
  'created_at timestamp with time zone',
  'completed_at timestamp with time zone',
  'retryable boolean',
  'step_status character varying',
].join(', ');

const SINCE = 'since_timestamp timestamp with time zone DEFAULT NULL::timestamp with time zone';
const SLOWEST_ARGUMENTS = `${SINCE}, limit_count integer DEFAULT 10, namespace_filter text DEFAULT NULL::text, task_name_filter text DEFAULT NULL::text, version_filter text DEFAULT NULL::text`;

/** Arguments and result columns by name, as PostgreSQL prints them. */
export const FUNCTIONS: Readonly<Record<string, readonly [string, string]>> = {
  calculate_dependency_levels: ['input_task_id bigint', 'workflow_step_id bigint, dependency_level integer'],
  get_analytics_metrics_v01: [SINCE, METRICS],
  get_slowest_steps_v01: [SLOWEST_ARGUMENTS, SLOWEST_STEPS],
  get_slowest_tasks_v01: [SLOWEST_ARGUMENTS, SLOWEST_TASKS],
  get_step_readiness_status: ['input_task_id bigint, step_ids bigint[] DEFAULT NULL::bigint[]', READINESS],
  get_step_readiness_status_batch: ['input_task_ids bigint[]', READINESS],
  get_system_health_counts_v01: ['', HEALTH],
  get_task_execution_context: ['input_task_id bigint', CONTEXT],
  get_task_execution_contexts_batch: ['input_task_ids bigint[]', CONTEXT],
};

export const DAG_VIEW: readonly string[] = [
  'workflow_step_id bigint',
  'task_id bigint',
  'named_step_id integer',
  'parent_step_ids jsonb',
  'child_step_ids jsonb',
  'parent_count bigint',
  'child_count bigint',
  'is_root_step boolean',
  'is_leaf_step boolean',
  'min_depth_from_root integer',
];
