-- Sets the attempts of steps back to 0, forgets their waits and lets them be retried: the operator's reset.
-- Changes columns only; the move error → pending is a transition of its own.
create or replace function workbench.reset_attempts(p_step_ids bigint[], p_at timestamp)
returns void
language plpgsql
as $$
begin
  update tasker_workflow_steps s
  set attempts = 0, backoff_request_seconds = null, last_attempted_at = null, retryable = true, updated_at = p_at
  where s.workflow_step_id = any (p_step_ids);
end;
$$;
