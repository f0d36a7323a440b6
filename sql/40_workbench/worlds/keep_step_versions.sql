-- Writes down how steps look now, each as of the event that tells of it. Called right after every change of theirs.
create or replace function workbench.keep_step_versions(p_run_id bigint, p_step_ids bigint[], p_seqs integer[])
returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  insert into workbench.row_versions (run_id, seq, step_id, sort_key, columns)
  select p_run_id, v.seq, s.workflow_step_id, coalesce(t.sort_key, 0),
         jsonb_build_object(
           'attempts', s.attempts, 'retry_limit', s.retry_limit, 'retryable', s.retryable,
           'in_process', s.in_process, 'processed', s.processed, 'processed_at', s.processed_at,
           'last_attempted_at', s.last_attempted_at, 'backoff_request_seconds', s.backoff_request_seconds,
           'results', s.results, 'updated_at', s.updated_at)
  from unnest(p_step_ids, p_seqs) with ordinality as v(step, seq, position)
  join tasker_workflow_steps s on s.workflow_step_id = v.step
  left join tasker_workflow_step_transitions t on t.workflow_step_id = v.step and t.most_recent
  order by v.position;
end;
$$;
