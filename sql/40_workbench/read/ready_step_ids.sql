-- The ids of the steps of a task that may be executed now, in id order; an empty list when there are none.
-- Promise: exactly the ready rows of get_step_readiness_status of the profile in force. For the documented
-- profile the short forms of readiness answer, which look at parents only where it matters; any other body
-- that the search path finds first (rails-1.0, or one taken from a connected database) is asked itself.
create or replace function workbench.ready_step_ids(p_task_id bigint)
returns bigint[]
language plpgsql
stable
set enable_seqscan = off
as $$
declare
  v_schema text := (
    select n.nspname
    from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace
    where f.oid = 'get_step_readiness_status(bigint, bigint[])'::regprocedure
  );
  v_count bigint;
  v_low bigint;
  v_high bigint;
begin
  if v_schema <> 'public' then
    return array(
      select r.workflow_step_id
      from get_step_readiness_status(p_task_id) r
      where r.ready_for_execution
      order by r.workflow_step_id
    );
  end if;

  select count(*), min(s.workflow_step_id), max(s.workflow_step_id)
  into v_count, v_low, v_high
  from tasker_workflow_steps s
  where s.task_id = p_task_id;

  if v_count > 24 and v_high - v_low <= 8 * v_count then
    return coalesce(workbench.documented_ready_in_range(p_task_id, v_low, v_high), '{}');
  end if;
  return coalesce((select s.ready_step_ids from workbench.documented_summaries(array[p_task_id]) s), '{}');
end
$$;
