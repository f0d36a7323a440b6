-- Lets the ids of new rows of a world follow the highest that is there.
create or replace function workbench.continue_ids(p_schema text)
returns void
language plpgsql
as $$
declare
  v record;
begin
  for v in
    select * from (values
      ('tasker_tasks', 'task_id'), ('tasker_task_transitions', 'id'), ('tasker_workflow_steps', 'workflow_step_id'),
      ('tasker_workflow_step_edges', 'id'), ('tasker_workflow_step_transitions', 'id')
    ) as t(name, key)
  loop
    execute format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %I.%I',
                   format('%I.%I', p_schema, v.name || '_ids'), v.key, p_schema, v.name);
  end loop;
end;
$$;
