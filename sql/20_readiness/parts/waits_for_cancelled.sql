-- True when an open step of the task depends directly on a cancelled step of it: such a step can never run,
-- nor can what follows it. Looking at direct children is enough to know that there is at least one.
-- Asked only for tasks that have a cancelled step, so it costs nothing elsewhere.
create or replace function workbench.waits_for_cancelled(p_task_id bigint)
returns boolean
language plpgsql
stable
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
begin
  return exists (
    select
    from tasker_workflow_steps s
    where s.task_id = p_task_id
      and (
        -- The state outside, the key inside: only the key can find the row, whatever the statistics say.
        select c.to_state = 'cancelled'
        from tasker_workflow_step_transitions c
        where c.workflow_step_id = s.workflow_step_id and c.most_recent
      )
      and exists (
        select
        from tasker_workflow_step_edges e
        where e.from_step_id = s.workflow_step_id
          and coalesce((
            select t.to_state in ('pending', 'error')
            from tasker_workflow_step_transitions t
            where t.workflow_step_id = e.to_step_id and t.most_recent
          ), true)
        offset 0
      )
  );
end
$$;
