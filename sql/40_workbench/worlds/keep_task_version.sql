-- Writes down how a task looks now, as of the event that tells of it.
create or replace function workbench.keep_task_version(p_run_id bigint, p_task_id bigint, p_seq integer)
returns void
language plpgsql
as $$
begin
  insert into workbench.row_versions (run_id, seq, step_id, sort_key, columns)
  select p_run_id, p_seq, null, coalesce(tt.sort_key, 0),
         jsonb_build_object('complete', t.complete, 'context', t.context, 'updated_at', t.updated_at)
  from tasker_tasks t
  left join tasker_task_transitions tt on tt.task_id = t.task_id and tt.most_recent
  where t.task_id = p_task_id;
end;
$$;
