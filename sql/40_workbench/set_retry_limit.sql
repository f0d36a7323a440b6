-- Gives a step another retry limit: what an operator does to a row by hand. Nothing else of it changes.
create or replace function workbench.set_retry_limit(p_step_id bigint, p_limit integer, p_at timestamp)
returns void
language plpgsql
as $$
begin
  update tasker_workflow_steps s
  set retry_limit = p_limit, updated_at = p_at
  where s.workflow_step_id = p_step_id;
end;
$$;
