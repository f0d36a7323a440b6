-- One task as it is at p_at, as one JSON value: state, execution context, and per step (ids ascending) the columns, the
-- readiness row of the profile on the search path, the parents and the transitions. Null for an unknown task.
create or replace function workbench.task_snapshot(p_task_id bigint, p_at text)
returns json
language plpgsql
set enable_seqscan = off
as $$
begin
  perform set_config('workbench.now', p_at || '+00', true);
  return (
    select json_build_object(
      'task_id', t.task_id,
      'complete', t.complete,
      'created_at', t.created_at,
      'context', (select row_to_json(c) from get_task_execution_context(p_task_id) c),
      'transitions', (
        select coalesce(json_agg(json_build_object('to', tt.to_state, 'at', tt.created_at) order by tt.sort_key), '[]')
        from tasker_task_transitions tt
        where tt.task_id = p_task_id
      ),
      'steps', (
        select coalesce(json_agg(json_build_object(
          'readiness', row_to_json(r),
          'processed', s.processed,
          'retryable', s.retryable,
          'in_process', s.in_process,
          'results', s.results,
          'parents', (
            select coalesce(json_agg(e.from_step_id order by e.from_step_id), '[]')
            from tasker_workflow_step_edges e
            where e.to_step_id = s.workflow_step_id
          ),
          'transitions', (
            select coalesce(json_agg(json_build_object('to', st.to_state, 'at', st.created_at) order by st.sort_key), '[]')
            from tasker_workflow_step_transitions st
            where st.workflow_step_id = s.workflow_step_id
          )
        ) order by s.workflow_step_id), '[]')
        from get_step_readiness_status(p_task_id) r
        -- A look-up by key that cannot become a join, whatever the tables held when the plan was made.
        cross join lateral (
          select w.workflow_step_id, w.processed, w.retryable, w.in_process, w.results
          from tasker_workflow_steps w
          where w.workflow_step_id = r.workflow_step_id
          offset 0
        ) s
      )
    )
    from tasker_tasks t
    where t.task_id = p_task_id
  );
end;
$$;
