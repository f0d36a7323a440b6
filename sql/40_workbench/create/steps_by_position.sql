-- The step ids of a task in the order they were created, which is the order of its template; {} for an unknown task.
create or replace function workbench.steps_by_position(p_task_id bigint)
returns bigint[]
language plpgsql
stable
as $$
begin
  return (
    select coalesce(array_agg(s.workflow_step_id order by s.workflow_step_id), '{}')
    from tasker_workflow_steps s
    where s.task_id = p_task_id
  );
end;
$$;
