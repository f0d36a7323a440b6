-- Makes the dependent systems, the named steps and the join rows a template needs; those that exist stay as they are
-- (a later template never changes the limits of an earlier join row: template reference, section 7).
create or replace function workbench.find_or_create_named_steps(p_template jsonb, p_named_task_id integer, p_at timestamp)
returns void
language plpgsql
as $$
begin
  insert into tasker_dependent_systems (name, created_at, updated_at)
  select s.system, p_at, p_at
  from jsonb_to_recordset(p_template -> 'steps') as s(system text)
  group by s.system
  order by s.system
  on conflict (name) do nothing;

  insert into tasker_named_steps (dependent_system_id, name, created_at, updated_at)
  select d.dependent_system_id, s.name, p_at, p_at
  from jsonb_to_recordset(p_template -> 'steps') as s(name text, system text)
  join tasker_dependent_systems d on d.name = s.system
  on conflict (dependent_system_id, name) do nothing;

  insert into tasker_named_tasks_named_steps (named_task_id, named_step_id, skippable, default_retryable,
                                              default_retry_limit, created_at, updated_at)
  select p_named_task_id, n.named_step_id, s.skippable, s.retryable, s.retry_limit, p_at, p_at
  from jsonb_to_recordset(p_template -> 'steps')
    as s(name text, system text, skippable boolean, retryable boolean, retry_limit integer)
  join tasker_dependent_systems d on d.name = s.system
  join tasker_named_steps n on n.dependent_system_id = d.dependent_system_id and n.name = s.name
  on conflict (named_task_id, named_step_id) do nothing;
end;
$$;
