-- Asks the readiness function of the profile on the search path which steps may run, for many tasks, each at its own
-- virtual time. No rule of readiness is written here.
-- p_asks: [{task, at, finished, retrying}]. finished null: all steps of the task are looked at. Otherwise only the
-- children of the `finished` steps and the steps in `retrying`, which is all that can have become ready since.
-- Returns one row an ask, in their order; ids ascending, {} when nothing is ready.
create or replace function workbench.ready_steps(p_asks jsonb)
returns table (step_ids bigint[])
language plpgsql
set enable_seqscan = off
as $$
declare
  v_ask record;
  v_candidates bigint[];
begin
  for v_ask in
    select a.task, a.at, a.finished, a.retrying
    from jsonb_to_recordset(p_asks) as a(task bigint, at text, finished bigint[], retrying bigint[])
  loop
    perform set_config('workbench.now', v_ask.at || '+00', true);
    v_candidates := null;
    if v_ask.finished is not null then
      select coalesce(array_agg(distinct e.to_step_id), '{}') || coalesce(v_ask.retrying, '{}') into v_candidates
      from tasker_workflow_step_edges e
      where e.from_step_id = any (v_ask.finished);
    end if;
    step_ids := '{}';
    if v_candidates is distinct from '{}' then
      select coalesce(array_agg(distinct r.workflow_step_id order by r.workflow_step_id), '{}') into step_ids
      from get_step_readiness_status(v_ask.task, v_candidates) r
      where r.ready_for_execution;
    end if;
    return next;
  end loop;
end;
$$;
