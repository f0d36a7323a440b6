-- Throughput, success and durations of the tasks created since a moment (default: one hour ago).
-- Promise: one row. A task counts as completed when it is complete now, as failed when it is in error now,
-- as active when it is pending or in progress; so no task counts twice.
--   active_tasks_count, total_namespaces_count, unique_task_types_count  look at all tasks, whatever the start
--   system_health_score   completed / (completed + failed) of the last hour, whatever the start; 1.0 if none
--   avg_task_duration     seconds from the creation of a completed task to its completion
--   avg_step_duration     seconds a completed step spent in its last attempt; waiting is not part of it
create or replace function public.get_analytics_metrics_v01(since_timestamp timestamptz default null)
returns table (
  active_tasks_count bigint,
  total_namespaces_count bigint,
  unique_task_types_count bigint,
  system_health_score numeric,
  task_throughput bigint,
  completion_count bigint,
  error_count bigint,
  completion_rate numeric,
  error_rate numeric,
  avg_task_duration numeric,
  avg_step_duration numeric,
  step_throughput bigint,
  analysis_period_start timestamptz,
  calculated_at timestamptz
)
language plpgsql
stable
as $$
declare
  v_now timestamptz := now();
  v_since timestamptz := coalesce(since_timestamp, v_now - interval '1 hour');
begin
  return query
  with
  tasks as (
    select
      t.task_id,
      t.created_at,
      t.created_at > v_since at time zone 'UTC' as in_period,
      t.created_at > (v_now - interval '1 hour') at time zone 'UTC' as in_last_hour,
      coalesce(c.to_state, 'pending') as state,
      c.created_at as state_since
    from tasker_tasks t
    left join tasker_task_transitions c on c.task_id = t.task_id and c.most_recent
  ),
  task_figures as (
    select
      count(*) filter (where t.state in ('pending', 'in_progress')) as active,
      count(*) filter (where t.in_last_hour and t.state = 'complete') as recent_complete,
      count(*) filter (where t.in_last_hour and t.state = 'error') as recent_error,
      count(*) filter (where t.in_period) as created,
      count(*) filter (where t.in_period and t.state = 'complete') as complete,
      count(*) filter (where t.in_period and t.state = 'error') as error,
      avg(extract(epoch from t.state_since - t.created_at))
        filter (where t.in_period and t.state = 'complete') as duration
    from tasks t
  ),
  step_figures as (
    select count(*) as steps, avg(extract(epoch from c.created_at - started.at)) as duration
    from tasks t
    join tasker_workflow_steps s on s.task_id = t.task_id
    left join tasker_workflow_step_transitions c
      on c.workflow_step_id = s.workflow_step_id and c.most_recent and c.to_state = 'complete'
    left join lateral (
      select b.created_at as at
      from tasker_workflow_step_transitions b
      where b.workflow_step_id = c.workflow_step_id
        and b.sort_key < c.sort_key
        and b.to_state = 'in_progress'
      order by b.sort_key desc
      limit 1
    ) started on true
    where t.in_period
  ),
  used_names as (
    select n.name, n.task_namespace_id
    from tasker_named_tasks n
    where exists (select from tasker_tasks t where t.named_task_id = n.named_task_id)
  )
  select
    f.active,
    (
      select count(distinct s.name) from tasker_task_namespaces s
      where s.task_namespace_id in (select u.task_namespace_id from used_names u)
    ),
    (select count(distinct u.name) from used_names u),
    case
      when f.recent_complete + f.recent_error = 0 then 1.0
      else round(f.recent_complete::numeric / (f.recent_complete + f.recent_error), 3)
    end,
    f.created,
    f.complete,
    f.error,
    case when f.created = 0 then 0.0 else round(f.complete * 100.0 / f.created, 2) end,
    case when f.created = 0 then 0.0 else round(f.error * 100.0 / f.created, 2) end,
    round(coalesce(f.duration, 0), 3),
    round(coalesce(s.duration, 0), 3),
    s.steps,
    v_since,
    v_now
  from task_figures f
  cross join step_figures s;
end
$$;
