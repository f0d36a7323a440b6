-- The steps created since a moment (default: a day ago) that took longest, longest first, then by id.
-- Promise: only steps complete now and after more than no time; duration is from the creation of the step to
-- its completion, so waiting for parents is part of it. Filters compare exactly; a null filter filters
-- nothing, a null limit_count limits nothing.
create or replace function public.get_slowest_steps_v01(
  since_timestamp timestamptz default null,
  limit_count integer default 10,
  namespace_filter text default null,
  task_name_filter text default null,
  version_filter text default null
)
returns table (
  workflow_step_id bigint,
  task_id bigint,
  step_name character varying,
  task_name character varying,
  namespace_name character varying,
  version character varying,
  duration_seconds numeric,
  attempts integer,
  created_at timestamptz,
  completed_at timestamptz,
  retryable boolean,
  step_status character varying
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
    s.workflow_step_id,
    s.task_id,
    ss.name,
    n.name,
    ns.name,
    n.version,
    round(extract(epoch from c.created_at - s.created_at), 3),
    s.attempts,
    s.created_at at time zone 'UTC',
    c.created_at at time zone 'UTC',
    s.retryable,
    c.to_state
  from tasker_workflow_steps s
  join tasker_workflow_step_transitions c
    on c.workflow_step_id = s.workflow_step_id and c.most_recent and c.to_state = 'complete'
  join tasker_named_steps ss on ss.named_step_id = s.named_step_id
  join tasker_tasks t on t.task_id = s.task_id
  join tasker_named_tasks n on n.named_task_id = t.named_task_id
  join tasker_task_namespaces ns on ns.task_namespace_id = n.task_namespace_id
  where s.created_at > v_since
    and c.created_at > s.created_at
    and (namespace_filter is null or ns.name = namespace_filter)
    and (task_name_filter is null or n.name = task_name_filter)
    and (version_filter is null or n.version = version_filter)
  order by c.created_at - s.created_at desc, s.workflow_step_id
  limit limit_count;
end
$$;
