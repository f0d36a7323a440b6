-- The execution contexts of several tasks, each row as the single call gives it.
-- Promise: ordered by task id; an id named twice gives its row twice; unknown ids give none, as do a null
-- and an empty list. All steps are counted in one statement whatever the number of tasks.
create or replace function public.get_task_execution_contexts_batch(input_task_ids bigint[])
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
  from unnest(input_task_ids) as asked (id)
  cross join lateral (
    select a.task_id, a.named_task_id from tasker_tasks a where a.task_id = asked.id offset 0
  ) t
  left join workbench.documented_summaries(input_task_ids) s on s.task_id = t.task_id
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
  order by t.task_id;
end
$$;
