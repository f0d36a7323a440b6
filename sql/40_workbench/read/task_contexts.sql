-- Execution contexts of many tasks, each at its own virtual time, from the function of the profile on the search path,
-- with the waits of failed steps that are not ready (what re-enqueueing looks at).
-- p_asks: [{task, at}]. Returns one row an ask, in their order; context is null for an unknown task;
-- waits is a JSON array of {step, state, attempts, next_retry_at}, ids ascending, of the open steps that have a
-- next_retry_at and are not ready; it is not looked for when the task is complete.
create or replace function workbench.task_contexts(p_asks jsonb)
returns table (context json, waits json)
language plpgsql
set enable_seqscan = off
as $$
declare
  v_ask record;
begin
  for v_ask in
    select a.task, a.at from jsonb_to_recordset(p_asks) as a(task bigint, at text)
  loop
    perform set_config('workbench.now', v_ask.at || '+00', true);
    context := (select row_to_json(c) from get_task_execution_context(v_ask.task) c);
    waits := '[]';
    if context ->> 'execution_status' <> 'all_complete' then
      waits := (
        select coalesce(json_agg(json_build_object('step', r.workflow_step_id, 'state', r.current_state,
                                                   'attempts', r.attempts, 'next_retry_at', r.next_retry_at) order by r.workflow_step_id), '[]')
        from get_step_readiness_status(v_ask.task) r
        where r.next_retry_at is not null and not r.ready_for_execution and r.current_state in ('pending', 'error')
      );
    end if;
    return next;
  end loop;
end;
$$;
