-- The rest of the published indexes of step transitions, duplicates and the one on a state that does not
-- exist included.
create index if not exists idx_step_transitions_current_state
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent, to_state) where most_recent = true;
create index if not exists idx_step_transitions_most_recent
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent) where most_recent = true;
create index if not exists index_step_transitions_current_state_optimized
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent) where most_recent = true;
create index if not exists index_step_transitions_completed
  on public.tasker_workflow_step_transitions (workflow_step_id, to_state) where to_state = 'complete';
create index if not exists index_step_transitions_completed_parents
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent)
  where to_state in ('complete', 'resolved_manually') and most_recent = true;
create index if not exists index_step_transitions_current_errors
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent, created_at)
  where to_state = 'error' and most_recent = true;
create index if not exists index_step_transitions_failures_with_timing
  on public.tasker_workflow_step_transitions (workflow_step_id, to_state, created_at)
  where to_state = 'failed';
create index if not exists index_step_transitions_for_current_state
  on public.tasker_workflow_step_transitions (workflow_step_id, created_at);
create index if not exists index_tasker_workflow_step_transitions_on_sort_key
  on public.tasker_workflow_step_transitions (sort_key);
create index if not exists index_tasker_workflow_step_transitions_on_workflow_step_id
  on public.tasker_workflow_step_transitions (workflow_step_id);
