-- Replaces the context of a task: what an operator does to a row by hand. What steps copied of it at creation stays.
create or replace function workbench.set_context(p_task_id bigint, p_context jsonb, p_at timestamp)
returns void
language plpgsql
as $$
begin
  update tasker_tasks t
  set context = p_context, updated_at = p_at
  where t.task_id = p_task_id;
end;
$$;
