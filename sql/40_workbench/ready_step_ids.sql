-- The ids of the steps of a task that may be executed now, in id order; an empty list when there are none.
-- Promise: exactly the ready rows of get_step_readiness_status of the profile in force. The two profiles of
-- the workbench answer from their summaries, which look at parents only where it matters; any other body
-- that the search path finds first (one taken from a connected database, say) is asked itself.
create or replace function workbench.ready_step_ids(p_task_id bigint)
returns bigint[]
language plpgsql
stable
as $$
declare
  v_profile text := (
    select n.nspname
    from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace
    where f.oid = 'get_step_readiness_status(bigint, bigint[])'::regprocedure
  );
begin
  if v_profile = 'public' then
    return coalesce((select s.ready_step_ids from workbench.documented_summary(p_task_id) s), '{}');
  end if;
  return array(
    select r.workflow_step_id
    from get_step_readiness_status(p_task_id) r
    where r.ready_for_execution
    order by r.workflow_step_id
  );
end
$$;
