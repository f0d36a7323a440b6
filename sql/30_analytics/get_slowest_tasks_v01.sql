-- The tasks created since a moment (default: a day ago) that took longest, longest first, then by id.
-- Promise: duration is from the creation of the task to the latest step that is complete or in error now;
-- tasks without such a step are left out. Filters compare exactly; a null filter filters nothing, a null
-- limit_count limits nothing. Each step counts once, however many transitions it has had; completed_steps
-- includes those resolved by hand.
create or replace function public.get_slowest_tasks_v01(
  since_timestamp timestamptz default null,
  limit_count integer default 10,
  namespace_filter text default null,
  task_name_filter text default null,
  version_filter text default null
)
returns table (
  task_id bigint,
  task_name character varying,
  namespace_name character varying,
  version character varying,
  duration_seconds numeric,
  step_count bigint,
  completed_steps bigint,
  error_steps bigint,
  created_at timestamptz,
  completed_at timestamptz,
  initiator character varying,
  source_system character varying
)
language plpgsql
stable
as $$
#variable_conflict use_column
declare
  v_since timestamp without time zone :=
    coalesce(since_timestamp, now() - interval '24 hours') at time zone 'UTC';
begin
  return query
  select
    t.task_id,
    n.name,
    ns.name,
    n.version,
    round(extract(epoch from steps.finished_at - t.created_at), 3),
    steps.total,
    steps.completed,
    steps.failed,
    t.created_at at time zone 'UTC',
    steps.finished_at at time zone 'UTC',
    t.initiator,
    t.source_system
  from tasker_tasks t
  join tasker_named_tasks n on n.named_task_id = t.named_task_id
  join tasker_task_namespaces ns on ns.task_namespace_id = n.task_namespace_id
  cross join lateral (
    select
      count(*) as total,
      count(*) filter (where c.to_state in ('complete', 'resolved_manually')) as completed,
      count(*) filter (where c.to_state = 'error') as failed,
      max(c.created_at) filter (where c.to_state in ('complete', 'error')) as finished_at
    from tasker_workflow_steps s
    left join tasker_workflow_step_transitions c
      on c.workflow_step_id = s.workflow_step_id and c.most_recent
    where s.task_id = t.task_id
  ) steps
  where t.created_at > v_since
    and steps.finished_at is not null
    and (namespace_filter is null or ns.name = namespace_filter)
    and (task_name_filter is null or n.name = task_name_filter)
    and (version_filter is null or n.version = version_filter)
  order by steps.finished_at - t.created_at desc, t.task_id
  limit limit_count;
end
$$;
