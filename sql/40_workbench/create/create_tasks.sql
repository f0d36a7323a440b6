-- Creates tasks of one template: named rows are found or made once, then every task gets its steps and edges.
-- All of it is one statement's transaction: a duplicate identity hash or an over-long name leaves no rows behind.
-- p_template: {namespace, name, version, steps: [{name, system, retryable, retry_limit, skippable}], edges: [[parent, child]]}
-- p_requests: [{at, context, initiator, source_system, reason, tags, bypass_steps, identity_hash}], at in UTC;
--   an identity_hash of null means a random one.
-- Returns one row a request, in their order: the task and its step ids in template order.
-- Source of the values: template reference, section 7; no transition row is written (absence means pending).
create or replace function workbench.create_tasks(p_template jsonb, p_requests jsonb)
returns table (task_id bigint, step_ids bigint[])
language plpgsql
as $$
#variable_conflict use_column
declare
  v_named_task_id integer := workbench.find_or_create_named_task(p_template, p_requests);
  v_task_ids bigint[];
begin
  perform workbench.find_or_create_named_steps(p_template, v_named_task_id, (p_requests -> 0 ->> 'at')::timestamp);

  -- tasks -----------------------------------------------------------------------------------------------------
  with requests as (
    select r.value as request, r.ordinality as position, (r.value ->> 'at')::timestamp as at
    from jsonb_array_elements(p_requests) with ordinality as r(value, ordinality)
  ), inserted as (
    insert into tasker_tasks (named_task_id, complete, requested_at, initiator, source_system, reason,
                              bypass_steps, tags, context, identity_hash, created_at, updated_at)
    select v_named_task_id, false, at, request ->> 'initiator', request ->> 'source_system', request ->> 'reason',
           (request -> 'bypass_steps')::json, request -> 'tags', request -> 'context',
           coalesce(request ->> 'identity_hash', gen_random_uuid()::text), at, at
    from requests
    order by position
    returning task_id
  )
  select array_agg(i.task_id order by i.task_id) into v_task_ids from inserted i;

  -- steps: in template order, so that ids follow it; ids of one task lie together ------------------------------
  insert into tasker_workflow_steps (task_id, named_step_id, retryable, retry_limit, in_process, processed,
                                     attempts, inputs, results, created_at, updated_at, skippable)
  select t.task_id, n.named_step_id, (s.value ->> 'retryable')::boolean, (s.value ->> 'retry_limit')::integer,
         false, false, 0, t.context, '{}'::jsonb, t.created_at, t.created_at, (s.value ->> 'skippable')::boolean
  from tasker_tasks t
  cross join jsonb_array_elements(p_template -> 'steps') with ordinality as s(value, ordinality)
  join tasker_dependent_systems d on d.name = s.value ->> 'system'
  join tasker_named_steps n on n.dependent_system_id = d.dependent_system_id and n.name = s.value ->> 'name'
  where t.task_id = any (v_task_ids)
  order by t.task_id, s.ordinality;

  -- edges -----------------------------------------------------------------------------------------------------
  insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
  select p.workflow_step_id, c.workflow_step_id, 'provides', t.created_at, t.created_at
  from tasker_tasks t
  join lateral workbench.steps_by_position(t.task_id) as steps(ids) on true
  cross join jsonb_array_elements(p_template -> 'edges') with ordinality as e(value, ordinality)
  cross join lateral (select steps.ids[(e.value ->> 0)::integer + 1] as workflow_step_id) as p
  cross join lateral (select steps.ids[(e.value ->> 1)::integer + 1] as workflow_step_id) as c
  where t.task_id = any (v_task_ids)
  order by t.task_id, e.ordinality;

  return query
  select t.task_id, workbench.steps_by_position(t.task_id)
  from tasker_tasks t
  where t.task_id = any (v_task_ids)
  order by t.task_id;
end;
$$;
