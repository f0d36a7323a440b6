/**
 * Every event name of Tasker's catalogue, by its published constant (event reference, section 3), and our own names.
 */
export const TASK_EVENTS = {
  INITIALIZE_REQUESTED: 'task.initialize_requested',
  START_REQUESTED: 'task.start_requested',
  COMPLETED: 'task.completed',
  FAILED: 'task.failed',
  RETRY_REQUESTED: 'task.retry_requested',
  CANCELLED: 'task.cancelled',
  RESOLVED_MANUALLY: 'task.resolved_manually',
  BEFORE_TRANSITION: 'task.before_transition',
} as const;

export const STEP_EVENTS = {
  INITIALIZE_REQUESTED: 'step.initialize_requested',
  EXECUTION_REQUESTED: 'step.execution_requested',
  BEFORE_HANDLE: 'step.before_handle',
  HANDLE: 'step.handle',
  COMPLETED: 'step.completed',
  FAILED: 'step.failed',
  RETRY_REQUESTED: 'step.retry_requested',
  CANCELLED: 'step.cancelled',
  RESOLVED_MANUALLY: 'step.resolved_manually',
  BEFORE_TRANSITION: 'step.before_transition',
} as const;

export const WORKFLOW_EVENTS = {
  TASK_STARTED: 'workflow.task_started',
  TASK_COMPLETED: 'workflow.task_completed',
  TASK_FAILED: 'workflow.task_failed',
  STEP_COMPLETED: 'workflow.step_completed',
  STEP_FAILED: 'workflow.step_failed',
  VIABLE_STEPS_DISCOVERED: 'workflow.viable_steps_discovered',
  NO_VIABLE_STEPS: 'workflow.no_viable_steps',
  ORCHESTRATION_REQUESTED: 'workflow.orchestration_requested',
  TASK_FINALIZATION_STARTED: 'workflow.task_finalization_started',
  TASK_FINALIZATION_COMPLETED: 'workflow.task_finalization_completed',
  TASK_REENQUEUE_STARTED: 'workflow.task_reenqueue_started',
  TASK_REENQUEUE_REQUESTED: 'workflow.task_reenqueue_requested',
  TASK_REENQUEUE_FAILED: 'workflow.task_reenqueue_failed',
  TASK_REENQUEUE_DELAYED: 'workflow.task_reenqueue_delayed',
  TASK_STATE_UNCLEAR: 'workflow.task_state_unclear',
  STEP_EXECUTION_FAILED: 'workflow.step_execution_failed',
  VIABLE_STEPS_BATCH_READY: 'workflow.viable_steps_batch_ready',
  STEPS_EXECUTION_STARTED: 'workflow.steps_execution_started',
  STEPS_EXECUTION_COMPLETED: 'workflow.steps_execution_completed',
} as const;

export const OBSERVABILITY_EVENTS = {
  TASK_HANDLE: 'observability.task.handle',
  TASK_ENQUEUE: 'observability.task.enqueue',
  TASK_FINALIZE: 'observability.task.finalize',
  STEP_HANDLE: 'observability.step.handle',
  STEP_FIND_VIABLE: 'observability.step.find_viable',
  STEP_BACKOFF: 'observability.step.backoff',
  STEP_SKIP: 'observability.step.skip',
  STEP_MAX_RETRIES_REACHED: 'observability.step.max_retries_reached',
} as const;

export const EXPORT_EVENTS = {
  CACHE_SYNCED: 'tasker.telemetry.cache_synced',
  EXPORT_REQUESTED: 'tasker.telemetry.export_requested',
  EXPORT_COMPLETED: 'tasker.telemetry.export_completed',
  EXPORT_FAILED: 'tasker.telemetry.export_failed',
  PLUGIN_REGISTERED: 'tasker.telemetry.plugin_registered',
  PLUGIN_UNREGISTERED: 'tasker.telemetry.plugin_unregistered',
} as const;

/** Two constants carry the same name: five constants, four names. */
export const TEST_EVENTS = {
  BASIC_EVENT: 'test.event',
  SLOW_EVENT: 'slow.event',
  TEST_EVENT: 'test.event',
  CUSTOM_EVENT: 'custom.event',
  TEST_DOT_EVENT: 'Test.Event',
} as const;

/** Declared upstream, but never registered with its bus. */
export const REGISTRY_EVENTS = {
  HANDLER_REGISTERED: 'handler.registered',
  HANDLER_UNREGISTERED: 'handler.unregistered',
  HANDLER_VALIDATION_FAILED: 'handler.validation_failed',
  PLUGIN_REGISTERED: 'plugin.registered',
  PLUGIN_UNREGISTERED: 'plugin.unregistered',
  PLUGIN_VALIDATION_FAILED: 'plugin.validation_failed',
  CROSS_REGISTRY_DISCOVERY: 'registry.cross_discovery',
  SUBSCRIBER_REGISTERED: 'subscriber.registered',
  SUBSCRIBER_UNREGISTERED: 'subscriber.unregistered',
  SUBSCRIBER_VALIDATION_FAILED: 'subscriber.validation_failed',
  REGISTRY_SYNC_REQUESTED: 'registry.sync_requested',
  REGISTRY_HEALTH_CHECK: 'registry.health_check',
  REGISTRY_STATS_COLLECTED: 'registry.stats_collected',
  REGISTRY_COORDINATION_COMPLETE: 'registry.coordination_complete',
} as const;

/** What only a simulation tells; none of these exists in Tasker. */
export const WORKBENCH_EVENTS = {
  WORKER_CRASHED: 'workbench.worker_crashed',
  WORKER_RECOVERED: 'workbench.worker_recovered',
  LOOP_SPINNING: 'workbench.loop_spinning',
  JOB_ABANDONED: 'workbench.job_abandoned',
  DATABASE_PAUSED: 'workbench.database_paused',
  RETRY_LIMIT_SET: 'workbench.retry_limit_set',
  CONTEXT_SET: 'workbench.context_set',
} as const;

type NamesOf<Group> = Group[keyof Group];

export type TaskEventName = NamesOf<typeof TASK_EVENTS>;
export type StepEventName = NamesOf<typeof STEP_EVENTS>;
export type WorkflowEventName = NamesOf<typeof WORKFLOW_EVENTS>;
export type ObservabilityEventName = NamesOf<typeof OBSERVABILITY_EVENTS>;
export type ExportEventName = NamesOf<typeof EXPORT_EVENTS>;
export type TestEventName = NamesOf<typeof TEST_EVENTS>;
export type RegistryEventName = NamesOf<typeof REGISTRY_EVENTS>;
export type WorkbenchEventName = NamesOf<typeof WORKBENCH_EVENTS>;

const BUILT_IN: ReadonlySet<string> = new Set([
  ...Object.values(TASK_EVENTS),
  ...Object.values(STEP_EVENTS),
  ...Object.values(WORKFLOW_EVENTS),
  ...Object.values(OBSERVABILITY_EVENTS),
  ...Object.values(EXPORT_EVENTS),
  ...Object.values(TEST_EVENTS),
  ...Object.values(REGISTRY_EVENTS),
  ...Object.values(WORKBENCH_EVENTS),
]);

/** Whether the name is in the catalogue or one of ours; custom events are not. */
export function isBuiltInName(name: string): boolean {
  return BUILT_IN.has(name);
}
