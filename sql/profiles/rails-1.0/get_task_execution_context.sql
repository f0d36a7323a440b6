-- The state of a task as the shipped engine sees it: counts over the readiness rows in force.
-- Promise: one row for an existing task, even without steps; none for an unknown or null id.
-- Cancelled steps are in the total only, so a task with one never becomes complete; a step that can never
-- run but has not failed is not a block.
create or replace function rails_1_0.get_task_execution_context(input_task_id bigint)
returns table (
  task_id bigint,
  named_task_id integer,
  status text,
  total_steps bigint,
  pending_steps bigint,
  in_progress_steps bigint,
  completed_steps bigint,
  failed_steps bigint,
  ready_steps bigint,
  execution_status text,
  recommended_action text,
  completion_percentage numeric,
  health_status text
)
language plpgsql
stable
set enable_seqscan = off
as $$
#variable_conflict use_column
begin
  return query
  select
    t.task_id,
    t.named_task_id,
    coalesce((
      select c.to_state from tasker_task_transitions c where c.task_id = t.task_id and c.most_recent
    ), 'pending')::text,
    n.total,
    n.pending,
    n.in_progress,
    n.completed,
    n.failed,
    n.ready,
    v.execution_status,
    v.recommended_action,
    v.completion_percentage,
    v.health_status
  from tasker_tasks t
  cross join lateral (
    select
      count(*) as total,
      count(*) filter (where r.current_state = 'pending') as pending,
      count(*) filter (where r.current_state = 'in_progress') as in_progress,
      count(*) filter (where r.current_state in ('complete', 'resolved_manually')) as completed,
      count(*) filter (where r.current_state = 'error') as failed,
      count(*) filter (where r.ready_for_execution) as ready,
      count(*) filter (where r.current_state = 'error' and r.attempts >= r.retry_limit) as blocked
    from get_step_readiness_status(t.task_id) r
  ) n
  cross join lateral workbench.task_verdict(
    n.total, n.in_progress, n.completed, n.completed, n.failed, n.ready, n.blocked
  ) v
  where t.task_id = input_task_id;
end
$$;
