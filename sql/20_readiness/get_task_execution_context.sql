-- The state of a task as its steps tell it: counts, what to do next, progress and health.
-- Promise: one row for an existing task, even without steps; none for an unknown or null id. Changes
-- nothing. Cancelled steps are finished work, but not completed work; an open step below a cancelled one
-- blocks the task, because it can never run.
create or replace function public.get_task_execution_context(input_task_id bigint)
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
  left join lateral workbench.documented_summary(t.task_id) s on true
  cross join lateral (
    select
      coalesce(s.total_steps, 0) as total,
      coalesce(s.pending_steps, 0) as pending,
      coalesce(s.in_progress_steps, 0) as in_progress,
      coalesce(s.completed_steps, 0) as completed,
      coalesce(s.cancelled_steps, 0) as cancelled,
      coalesce(s.failed_steps, 0) as failed,
      coalesce(cardinality(s.ready_step_ids), 0)::bigint as ready,
      coalesce(s.blocked_steps, 0) + case
        when s.cancelled_steps > 0 and workbench.waits_for_cancelled(t.task_id) then 1 else 0
      end as blocked
    offset 0
  ) n
  cross join lateral workbench.task_verdict(
    n.total, n.in_progress, n.completed, n.completed + n.cancelled, n.failed, n.ready, n.blocked
  ) v
  where t.task_id = input_task_id;
end
$$;
