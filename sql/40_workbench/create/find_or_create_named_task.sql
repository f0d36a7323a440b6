-- The id of the named task of a template; makes the namespace and the named task when they are not there.
-- An existing row is left as it is, as Tasker does. Dates are those of the first request.
create or replace function workbench.find_or_create_named_task(p_template jsonb, p_requests jsonb)
returns integer
language plpgsql
as $$
declare
  v_at timestamp := (p_requests -> 0 ->> 'at')::timestamp;
  v_namespace_id integer;
  v_named_task_id integer;
begin
  insert into tasker_task_namespaces (name, created_at, updated_at)
  values (p_template ->> 'namespace', v_at, v_at)
  on conflict (name) do nothing;

  select n.task_namespace_id into v_namespace_id
  from tasker_task_namespaces n
  where n.name = p_template ->> 'namespace';

  insert into tasker_named_tasks (name, task_namespace_id, version, created_at, updated_at)
  values (p_template ->> 'name', v_namespace_id, p_template ->> 'version', v_at, v_at)
  on conflict (task_namespace_id, name, version) do nothing;

  select t.named_task_id into v_named_task_id
  from tasker_named_tasks t
  where t.task_namespace_id = v_namespace_id and t.name = p_template ->> 'name' and t.version = p_template ->> 'version';

  return v_named_task_id;
end;
$$;
