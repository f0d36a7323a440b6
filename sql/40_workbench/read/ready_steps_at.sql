-- The ids of the steps that may run at p_at (UTC), among p_step_ids, or among all steps of the task when that is null;
-- ascending. Asks the functions of the profile on the search path. Moves the clock of the transaction to p_at.
create or replace function workbench.ready_steps_at(p_task_id bigint, p_at text, p_step_ids bigint[])
returns bigint[]
language plpgsql
as $$
begin
  perform set_config('workbench.now', p_at || '+00', true);
  if p_step_ids is null then
    return workbench.ready_step_ids(p_task_id);
  end if;
  return array(
    select r.workflow_step_id
    from get_step_readiness_status(p_task_id, p_step_ids) r
    where r.ready_for_execution
    order by r.workflow_step_id
  );
end;
$$;
