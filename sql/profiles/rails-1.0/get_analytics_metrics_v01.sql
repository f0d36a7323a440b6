-- Throughput, success and durations as the shipped engine reckons them from steps.
-- Promise: one row; the period starts an hour ago unless said otherwise. A task counts as completed as soon as
-- one of its steps is complete, as failed as soon as one is in error, so it may count as both; it is active
-- while a step has a current transition to any other state. Both durations are means over completed steps and
-- include waiting.
create or replace function rails_1_0.get_analytics_metrics_v01(since_timestamp timestamptz default null)
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
    -- Zone-less columns against moments: the time zone of the session decides, as it does in the original.
    select t.task_id, t.created_at > v_since as in_period,
      t.created_at > v_now - interval '1 hour' as in_last_hour, s.*
    from tasker_tasks t
    cross join lateral (
      select
        count(*) as steps,
        count(*) filter (where c.to_state = 'complete') as complete,
        count(*) filter (where c.to_state = 'error') as error,
        count(c.to_state) filter (
          where c.to_state not in ('complete', 'error', 'skipped', 'resolved_manually')
        ) as open,
        sum(extract(epoch from c.created_at - t.created_at)) filter (where c.to_state = 'complete')
          as task_seconds,
        sum(extract(epoch from c.created_at - w.created_at)) filter (where c.to_state = 'complete')
          as step_seconds
      from tasker_workflow_steps w
      left join tasker_workflow_step_transitions c
        on c.workflow_step_id = w.workflow_step_id and c.most_recent
      where w.task_id = t.task_id
    ) s
  ),
  figures as (
    select
      count(*) filter (where t.open > 0) as active,
      count(*) filter (where t.in_last_hour and t.complete > 0) as recent_complete,
      count(*) filter (where t.in_last_hour and t.error > 0) as recent_error,
      count(*) filter (where t.in_period) as created,
      count(*) filter (where t.in_period and t.complete > 0) as complete,
      count(*) filter (where t.in_period and t.error > 0) as error,
      coalesce(sum(t.steps) filter (where t.in_period), 0)::bigint as steps,
      sum(t.complete) filter (where t.in_period) as complete_steps,
      sum(t.task_seconds) filter (where t.in_period) as task_seconds,
      sum(t.step_seconds) filter (where t.in_period) as step_seconds
    from tasks t
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
    round(coalesce(f.task_seconds / nullif(f.complete_steps, 0), 0), 3),
    round(coalesce(f.step_seconds / nullif(f.complete_steps, 0), 0), 3),
    f.steps,
    v_since,
    v_now
  from figures f;
end
$$;
