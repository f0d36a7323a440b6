-- The readiness rows of a task as one JSON object of column arrays, all of the same length and in step id
-- order: handing thousands of rows over one by one costs far more than computing them.
-- Promise: the rows of get_step_readiness_status of the profile in force, under its column names; without
-- rows every array is empty. Times are the ISO text of zone-less UTC values.
create or replace function workbench.step_readiness_columns(p_task_id bigint, p_step_ids bigint[] default null)
returns json
language plpgsql
stable
as $$
begin
  return (
    select json_build_object(
      'workflow_step_id', coalesce(array_to_json(array_agg(r.workflow_step_id)), '[]'),
      'task_id', coalesce(array_to_json(array_agg(r.task_id)), '[]'),
      'named_step_id', coalesce(array_to_json(array_agg(r.named_step_id)), '[]'),
      'name', coalesce(array_to_json(array_agg(r.name)), '[]'),
      'current_state', coalesce(array_to_json(array_agg(r.current_state)), '[]'),
      'dependencies_satisfied', coalesce(array_to_json(array_agg(r.dependencies_satisfied)), '[]'),
      'retry_eligible', coalesce(array_to_json(array_agg(r.retry_eligible)), '[]'),
      'ready_for_execution', coalesce(array_to_json(array_agg(r.ready_for_execution)), '[]'),
      'last_failure_at', coalesce(array_to_json(array_agg(r.last_failure_at)), '[]'),
      'next_retry_at', coalesce(array_to_json(array_agg(r.next_retry_at)), '[]'),
      'total_parents', coalesce(array_to_json(array_agg(r.total_parents)), '[]'),
      'completed_parents', coalesce(array_to_json(array_agg(r.completed_parents)), '[]'),
      'attempts', coalesce(array_to_json(array_agg(r.attempts)), '[]'),
      'retry_limit', coalesce(array_to_json(array_agg(r.retry_limit)), '[]'),
      'backoff_request_seconds', coalesce(array_to_json(array_agg(r.backoff_request_seconds)), '[]'),
      'last_attempted_at', coalesce(array_to_json(array_agg(r.last_attempted_at)), '[]')
    )
    from (
      -- A profile's own body may promise no order (the shipped one does not).
      select * from get_step_readiness_status(p_task_id, p_step_ids) order by workflow_step_id
    ) r
  );
end
$$;
