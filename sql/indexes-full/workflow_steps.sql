-- The rest of the published indexes of steps, edges and step transitions, duplicates included.
create index if not exists idx_steps_active_operations
  on public.tasker_workflow_steps (workflow_step_id, task_id) where processed = false or processed is null;
create index if not exists idx_workflow_steps_task_grouping_active
  on public.tasker_workflow_steps (task_id, workflow_step_id) where processed = false or processed is null;
create index if not exists idx_workflow_steps_task_readiness
  on public.tasker_workflow_steps (task_id, processed, workflow_step_id) where processed = false;
create index if not exists index_workflow_steps_backoff_timing
  on public.tasker_workflow_steps (last_attempted_at, backoff_request_seconds)
  where backoff_request_seconds is not null;
create index if not exists index_workflow_steps_by_task on public.tasker_workflow_steps (task_id);
create index if not exists index_workflow_steps_processing_status
  on public.tasker_workflow_steps (task_id, processed, in_process);
create index if not exists index_workflow_steps_retry_logic
  on public.tasker_workflow_steps (attempts, retry_limit, retryable);
create index if not exists index_workflow_steps_retry_status
  on public.tasker_workflow_steps (attempts, retry_limit);
create index if not exists index_workflow_steps_task_and_id
  on public.tasker_workflow_steps (task_id, workflow_step_id);
create index if not exists index_workflow_steps_task_and_step_optimized
  on public.tasker_workflow_steps (task_id, workflow_step_id);
create index if not exists index_workflow_steps_task_covering
  on public.tasker_workflow_steps (task_id)
  include (workflow_step_id, processed, in_process, attempts, retry_limit);
create index if not exists workflow_steps_last_attempted_at_index
  on public.tasker_workflow_steps (last_attempted_at);
create index if not exists workflow_steps_named_step_id_index on public.tasker_workflow_steps (named_step_id);
create index if not exists workflow_steps_processed_at_index on public.tasker_workflow_steps (processed_at);
create index if not exists workflow_steps_task_id_index on public.tasker_workflow_steps (task_id);
