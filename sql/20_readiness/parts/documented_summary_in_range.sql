-- The row of documented_summaries for one large task, its steps read as an id range. The settings pin the
-- plan: hash or merge joins over index ranges, planned once.
create or replace function workbench.documented_summary_in_range(p_task_id bigint, p_low bigint, p_high bigint)
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
set enable_nestloop = off
set enable_hashjoin = on
set enable_mergejoin = on
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
#variable_conflict use_column
declare
  v_now timestamp without time zone := now() at time zone 'UTC';
  v_ready bigint[] := workbench.documented_ready_in_range(p_task_id, p_low, p_high);
begin
  return query
  select
    p_task_id,
    count(*),
    count(*) filter (where c.current_state = 'pending'),
    count(*) filter (where c.current_state = 'in_progress'),
    count(*) filter (where c.current_state in ('complete', 'resolved_manually')),
    count(*) filter (where c.current_state = 'cancelled'),
    count(*) filter (where c.current_state = 'error'),
    count(*) filter (where p.permanently_blocked),
    v_ready
  from (
    select s.*, coalesce(t.to_state, 'pending')::text as current_state
    from tasker_workflow_steps s
    left join tasker_workflow_step_transitions t
      on t.workflow_step_id = s.workflow_step_id
      and t.most_recent
      and t.workflow_step_id between p_low and p_high
    where s.task_id = p_task_id and s.workflow_step_id between p_low and p_high
  ) c
  cross join lateral workbench.documented_policy(
    c.current_state, null, true, c.attempts, c.retry_limit, c.retryable, c.processed,
    c.in_process, c.backoff_request_seconds, c.last_attempted_at, v_now
  ) p;
end
$$;
