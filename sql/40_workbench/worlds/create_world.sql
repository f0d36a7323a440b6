-- A world: a schema with its own rows of tasks, steps, edges and transitions, empty at first. Stood before public on the search
-- path it is what Tasker's functions read; the names of tasks and steps stay shared. Ids start at 1.
create or replace function workbench.create_world(p_schema text)
returns void
language plpgsql
as $$
declare
  v record;
begin
  execute format('create schema %I', p_schema);
  for v in
    select * from (values
      ('tasker_tasks', 'task_id'), ('tasker_task_transitions', 'id'), ('tasker_workflow_steps', 'workflow_step_id'),
      ('tasker_workflow_step_edges', 'id'), ('tasker_workflow_step_transitions', 'id')
    ) as t(name, key)
  loop
    execute format('create unlogged table %1$I.%2$I (like public.%2$I including defaults including indexes)',
                   p_schema, v.name);
    execute format('create sequence %1$I.%2$I owned by %1$I.%3$I.%4$I', p_schema, v.name || '_ids', v.name, v.key);
    execute format('alter table %1$I.%2$I alter column %3$I set default nextval(%4$L)', p_schema, v.name, v.key,
                   format('%I.%I', p_schema, v.name || '_ids'));
  end loop;
end;
$$;
