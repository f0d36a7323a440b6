-- Removes all rows of a world; ids start again at 1.
create or replace function workbench.empty_world(p_schema text)
returns void
language plpgsql
as $$
begin
  execute format(
    'truncate %1$I.tasker_tasks, %1$I.tasker_task_transitions, %1$I.tasker_workflow_steps, '
    '%1$I.tasker_workflow_step_edges, %1$I.tasker_workflow_step_transitions restart identity', p_schema);
end;
$$;
