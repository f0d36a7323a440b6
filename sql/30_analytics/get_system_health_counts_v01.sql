-- Counts of tasks and steps by state, of failed steps by what may become of them, and of connections.
-- Promise: one row, also on an empty database. A task or step without transitions counts as pending. Every
-- failed step is either retryable or exhausted, by the rules of readiness; in_backoff_steps are those
-- retryable ones whose wait is not over. Steps cancelled or resolved by hand have no column of their own.
create or replace function public.get_system_health_counts_v01()
returns table (
  total_tasks bigint,
  pending_tasks bigint,
  in_progress_tasks bigint,
  complete_tasks bigint,
  error_tasks bigint,
  cancelled_tasks bigint,
  total_steps bigint,
  pending_steps bigint,
  in_progress_steps bigint,
  complete_steps bigint,
  error_steps bigint,
  retryable_error_steps bigint,
  exhausted_retry_steps bigint,
  in_backoff_steps bigint,
  active_connections bigint,
  max_connections bigint
)
language plpgsql
stable
as $$
declare
  v_now timestamp without time zone := now() at time zone 'UTC';
begin
  return query
  select
    tasks.total,
    -- What has no current transition has none at all: it is pending.
    tasks.total - task_states.all_states + task_states.pending,
    task_states.in_progress,
    task_states.complete,
    task_states.error,
    task_states.cancelled,
    steps.total,
    steps.total - step_states.all_states + step_states.pending,
    step_states.in_progress,
    step_states.complete,
    step_states.error,
    failures.retryable,
    failures.exhausted,
    failures.in_backoff,
    (
      select count(*) from pg_stat_activity a
      where a.datname = current_database() and a.state = 'active'
    ),
    coalesce(current_setting('max_connections', true)::bigint, 0)
  from (select count(*) as total from tasker_tasks) tasks
  cross join (
    select
      count(*) as all_states,
      count(*) filter (where t.to_state = 'pending') as pending,
      count(*) filter (where t.to_state = 'in_progress') as in_progress,
      count(*) filter (where t.to_state = 'complete') as complete,
      count(*) filter (where t.to_state = 'error') as error,
      count(*) filter (where t.to_state = 'cancelled') as cancelled
    from tasker_task_transitions t
    where t.most_recent
  ) task_states
  cross join (select count(*) as total from tasker_workflow_steps) steps
  cross join (
    select
      count(*) as all_states,
      count(*) filter (where t.to_state = 'pending') as pending,
      count(*) filter (where t.to_state = 'in_progress') as in_progress,
      count(*) filter (where t.to_state = 'complete') as complete,
      count(*) filter (where t.to_state = 'error') as error
    from tasker_workflow_step_transitions t
    where t.most_recent
  ) step_states
  cross join (
    select
      count(*) filter (where not p.permanently_blocked) as retryable,
      count(*) filter (where p.permanently_blocked) as exhausted,
      count(*) filter (where not p.permanently_blocked and p.next_retry_at > v_now) as in_backoff
    from tasker_workflow_step_transitions t
    join tasker_workflow_steps s on s.workflow_step_id = t.workflow_step_id
    cross join lateral workbench.documented_policy(
      t.to_state::text, t.created_at, true, s.attempts, s.retry_limit, s.retryable, s.processed,
      s.in_process, s.backoff_request_seconds, s.last_attempted_at, v_now
    ) p
    where t.most_recent and t.to_state = 'error'
  ) failures;
end
$$;
