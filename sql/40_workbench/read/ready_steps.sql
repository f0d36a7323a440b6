-- Asks which steps may run, for many tasks, each at its own virtual time.
-- p_asks: [{task, at, finished, retrying}]. finished null: all steps of the task are looked at. Otherwise only the
-- children of the `finished` steps and the steps in `retrying`, which is all that can have become ready since.
-- Returns one row an ask, in their order; ids ascending, {} when nothing is ready.
-- Promise: exactly the ready rows of get_step_readiness_status of the profile in force at that time. Narrow questions
-- under the documented profile are answered from its facts and its policy in this one query (a third of the cost of a
-- call for each); everything else asks the function itself.
create or replace function workbench.ready_steps(p_asks jsonb)
returns table (step_ids bigint[])
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_is_documented boolean := 'get_step_readiness_status(bigint, bigint[])'::regprocedure
    = 'public.get_step_readiness_status(bigint, bigint[])'::regprocedure;
begin
  return query
  select case
    when v_is_documented and a.finished is not null then array(
      select f.workflow_step_id
      from workbench.step_facts(a.task, a.candidates) f
      cross join lateral workbench.documented_policy(
        f.current_state, f.failed_at, f.completed_parents = f.total_parents,
        f.attempts, f.retry_limit, f.retryable, f.processed, f.in_process,
        f.backoff_request_seconds, f.last_attempted_at, a.at::timestamp
      ) p
      where p.ready_for_execution
      order by f.workflow_step_id
    )
    else workbench.ready_steps_at(a.task, a.at, case when a.finished is not null then a.candidates end)
  end
  from (
    select c.task, c.at, c.finished, c.position,
           array(
             select e.to_step_id from tasker_workflow_step_edges e where e.from_step_id = any (c.finished)
             union
             select r from unnest(c.retrying) r
           ) as candidates
    from rows from (jsonb_to_recordset(p_asks) as (task bigint, at text, finished bigint[], retrying bigint[]))
      with ordinality as c(task, at, finished, retrying, position)
    offset 0
  ) a
  order by a.position;
end;
$$;
