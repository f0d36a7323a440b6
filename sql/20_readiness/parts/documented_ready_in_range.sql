-- The ids of the ready steps of one large task whose step ids lie between two bounds, in id order; null when
-- there are none. Steps, current states and edges are each read once as an index range: a step waits when
-- it is among the children of edges whose parent is not among the finished steps. A parent outside the range
-- (an edge between tasks) is looked up by itself. The settings pin the plan, see documented_readiness_in_range.
create or replace function workbench.documented_ready_in_range(p_task_id bigint, p_low bigint, p_high bigint)
returns bigint[]
language plpgsql
stable
set enable_nestloop = off
set enable_hashjoin = on
set enable_mergejoin = on
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
declare
  v_now timestamp without time zone := now() at time zone 'UTC';
begin
  return (
    select array_agg(c.workflow_step_id order by c.workflow_step_id)
    from (
      select
        s.*,
        coalesce(t.to_state, 'pending')::text as current_state,
        case when t.to_state = 'error' then t.created_at end as failed_at,
        s.workflow_step_id not in (
          select e.to_step_id
          from tasker_workflow_step_edges e
          where e.to_step_id between p_low and p_high
            and case
              when e.from_step_id between p_low and p_high then e.from_step_id not in (
                select p.workflow_step_id
                from tasker_workflow_step_transitions p
                where p.most_recent
                  and p.to_state in ('complete', 'resolved_manually')
                  and p.workflow_step_id between p_low and p_high
              )
              else coalesce((
                select p.to_state not in ('complete', 'resolved_manually')
                from tasker_workflow_step_transitions p
                where p.workflow_step_id = e.from_step_id and p.most_recent
              ), true)
            end
        ) as satisfied
      from tasker_workflow_steps s
      left join tasker_workflow_step_transitions t
        on t.workflow_step_id = s.workflow_step_id
        and t.most_recent
        and t.workflow_step_id between p_low and p_high
      where s.task_id = p_task_id and s.workflow_step_id between p_low and p_high
    ) c
    cross join lateral workbench.documented_policy(
      c.current_state, c.failed_at, c.satisfied, c.attempts, c.retry_limit, c.retryable, c.processed,
      c.in_process, c.backoff_request_seconds, c.last_attempted_at, v_now
    ) r
    where r.ready_for_execution
  );
end
$$;
