-- What the counts of a task's steps mean, in Tasker's words; the first matching line wins.
-- finished_steps are those that need no more work: a profile says whether cancelled steps belong to them.
-- The same words in both profiles; what differs between them is how they count.
create or replace function workbench.task_verdict(
  p_total_steps bigint,
  p_in_progress_steps bigint,
  p_completed_steps bigint,
  p_finished_steps bigint,
  p_failed_steps bigint,
  p_ready_steps bigint,
  p_blocked_steps bigint
)
returns table (
  execution_status text,
  recommended_action text,
  completion_percentage numeric,
  health_status text
)
language sql
immutable
as $$
  select
    v.status,
    case v.status
      when 'has_ready_steps' then 'execute_ready_steps'
      when 'processing' then 'wait_for_completion'
      when 'blocked_by_failures' then 'handle_failures'
      when 'all_complete' then 'finalize_task'
      else 'wait_for_dependencies'
    end,
    case
      when p_total_steps = 0 then 0.0
      else round(p_completed_steps::numeric / p_total_steps::numeric * 100, 2)
    end,
    case
      when p_failed_steps = 0 and p_blocked_steps = 0 then 'healthy'
      when p_ready_steps > 0 then 'recovering'
      when p_blocked_steps > 0 then 'blocked'
      else 'recovering'
    end
  from (
    select case
      when p_ready_steps > 0 then 'has_ready_steps'
      when p_in_progress_steps > 0 then 'processing'
      when p_blocked_steps > 0 then 'blocked_by_failures'
      when p_finished_steps = p_total_steps and p_total_steps > 0 then 'all_complete'
      else 'waiting_for_dependencies'
    end as status
  ) v
$$;
