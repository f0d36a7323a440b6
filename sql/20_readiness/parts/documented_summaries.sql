-- Counts of step states and the ids of the ready steps, one row per given task that has steps.
-- The task context and the list of ready steps are both made of this, so they cannot disagree.
--   blocked_steps   open steps that no passing of time can make ready by themselves
--   ready_step_ids  in id order; null when there are none
-- No order is promised; repeated ids count once.
create or replace function workbench.documented_summaries(p_task_ids bigint[])
returns table (
  task_id bigint,
  total_steps bigint,
  pending_steps bigint,
  in_progress_steps bigint,
  completed_steps bigint,
  cancelled_steps bigint,
  failed_steps bigint,
  blocked_steps bigint,
  ready_step_ids bigint[]
)
language plpgsql
stable
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  v_now timestamp without time zone := now() at time zone 'UTC';
begin
  return query
  select
    c.task_id,
    count(*),
    count(*) filter (where c.current_state = 'pending'),
    count(*) filter (where c.current_state = 'in_progress'),
    count(*) filter (where c.current_state in ('complete', 'resolved_manually')),
    count(*) filter (where c.current_state = 'cancelled'),
    count(*) filter (where c.current_state = 'error'),
    count(*) filter (where p.permanently_blocked),
    array_agg(c.workflow_step_id order by c.workflow_step_id) filter (where p.ready_for_execution)
  from (
    select
      s.task_id, s.workflow_step_id,
      coalesce(t.to_state, 'pending')::text as current_state,
      case when t.to_state = 'error' then t.created_at end as failed_at,
      not exists (
        select from tasker_workflow_step_edges e
        where e.to_step_id = s.workflow_step_id
          and coalesce((
            select p.to_state in ('complete', 'resolved_manually')
            from tasker_workflow_step_transitions p
            where p.workflow_step_id = e.from_step_id and p.most_recent
          ), false) is false
      ) as satisfied,
      s.attempts, s.retry_limit, s.retryable, s.processed, s.in_process,
      s.backoff_request_seconds, s.last_attempted_at
    from tasker_workflow_steps s
    left join lateral (
      -- A look-up that cannot become a join, see step_facts.
      select c.to_state, c.created_at
      from tasker_workflow_step_transitions c
      where c.workflow_step_id = s.workflow_step_id and c.most_recent
      offset 0
    ) t on true
    where s.task_id = any (p_task_ids)
  ) c
  cross join lateral workbench.documented_policy(
    c.current_state, c.failed_at, c.satisfied, c.attempts, c.retry_limit, c.retryable, c.processed,
    c.in_process, c.backoff_request_seconds, c.last_attempted_at, v_now
  ) p
  group by c.task_id;
end
$$;
