-- The execution contexts of several tasks as the shipped engine sees them, each row as the single call gives
-- it. Promise: ordered by task id; an id named twice gives its row twice; unknown ids give none, as do a null
-- and an empty list.
create or replace function rails_1_0.get_task_execution_contexts_batch(input_task_ids bigint[])
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
    n.task_id,
    n.named_task_id,
    coalesce((
      select c.to_state from tasker_task_transitions c where c.task_id = n.task_id and c.most_recent
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
  from (
    select
      t.task_id,
      t.named_task_id,
      count(r.workflow_step_id) as total,
      count(*) filter (where r.current_state = 'pending') as pending,
      count(*) filter (where r.current_state = 'in_progress') as in_progress,
      count(*) filter (where r.current_state in ('complete', 'resolved_manually')) as completed,
      count(*) filter (where r.current_state = 'error') as failed,
      count(*) filter (where r.ready_for_execution) as ready,
      count(*) filter (where r.current_state = 'error' and r.attempts >= r.retry_limit) as blocked
    from unnest(input_task_ids) with ordinality as asked (id, place)
    cross join lateral (
      select a.task_id, a.named_task_id from tasker_tasks a where a.task_id = asked.id offset 0
    ) t
    left join get_step_readiness_status_batch(input_task_ids) r on r.task_id = t.task_id
    group by asked.place, t.task_id, t.named_task_id
  ) n
  cross join lateral workbench.task_verdict(
    n.total, n.in_progress, n.completed, n.completed, n.failed, n.ready, n.blocked
  ) v
  order by n.task_id;
end
$$;
