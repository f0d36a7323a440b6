-- The summary of one task, read the cheaper way: looked up step by step below 25 steps or where the ids
-- lie far apart, as one range of ids otherwise. No row for a task without steps.
create or replace function workbench.documented_summary(p_task_id bigint)
returns table (
  task_id bigint,
  total_steps bigint,
  pending_steps bigint,
  in_progress_steps bigint,
  completed_steps bigint,
  cancelled_steps bigint,
  failed_steps bigint,
  blocked_steps bigint,
  ready_step_ids bigint[]
)
language plpgsql
stable
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_count bigint;
  v_low bigint;
  v_high bigint;
begin
  select count(*), min(s.workflow_step_id), max(s.workflow_step_id)
  into v_count, v_low, v_high
  from tasker_workflow_steps s
  where s.task_id = p_task_id;

  if v_count > 24 and v_high - v_low <= 8 * v_count then
    return query select * from workbench.documented_summary_in_range(p_task_id, v_low, v_high);
  else
    return query select * from workbench.documented_summaries(array[p_task_id]);
  end if;
end
$$;
