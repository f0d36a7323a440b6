-- Counts of tasks and steps by state as the shipped engine makes them.
-- Promise: one row, also on an empty database. Tasks and steps without transitions are in the totals only. A
-- null limit or null attempts drop a failed step from all three retry columns, a step that must not be retried
-- is in none of them, and in_backoff_steps asks for an attempt, not for a running wait.
create or replace function rails_1_0.get_system_health_counts_v01()
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
begin
  return query
  select
    (select count(*) from tasker_tasks),
    task_states.pending,
    task_states.in_progress,
    task_states.complete,
    task_states.error,
    task_states.cancelled,
    (select count(*) from tasker_workflow_steps),
    step_states.pending,
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
  from (
    select
      count(*) filter (where t.to_state = 'pending') as pending,
      count(*) filter (where t.to_state = 'in_progress') as in_progress,
      count(*) filter (where t.to_state = 'complete') as complete,
      count(*) filter (where t.to_state = 'error') as error,
      count(*) filter (where t.to_state = 'cancelled') as cancelled
    from tasker_task_transitions t
    where t.most_recent
  ) task_states
  cross join (
    select
      count(*) filter (where t.to_state = 'pending') as pending,
      count(*) filter (where t.to_state = 'in_progress') as in_progress,
      count(*) filter (where t.to_state = 'complete') as complete,
      count(*) filter (where t.to_state = 'error') as error
    from tasker_workflow_step_transitions t
    where t.most_recent
  ) step_states
  cross join (
    select
      count(*) filter (where s.attempts < s.retry_limit and s.retryable is not false) as retryable,
      count(*) filter (where s.attempts >= s.retry_limit) as exhausted,
      count(*) filter (
        where s.attempts < s.retry_limit and s.retryable is not false and s.last_attempted_at is not null
      ) as in_backoff
    from tasker_workflow_step_transitions t
    join tasker_workflow_steps s on s.workflow_step_id = t.workflow_step_id
    where t.most_recent and t.to_state = 'error'
  ) failures;
end
$$;
