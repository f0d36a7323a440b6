-- Readiness of all steps of several tasks, row for row what the single call says about each of them.
-- Promise: ordered by task and step id; a task named twice counts once; unknown ids, a null and an empty
-- list give no rows. Steps are looked up one by one: for one large task the single call is faster.
create or replace function public.get_step_readiness_status_batch(input_task_ids bigint[])
returns table (
  workflow_step_id bigint,
  task_id bigint,
  named_step_id integer,
  name text,
  current_state text,
  dependencies_satisfied boolean,
  retry_eligible boolean,
  ready_for_execution boolean,
  last_failure_at timestamp without time zone,
  next_retry_at timestamp without time zone,
  total_parents integer,
  completed_parents integer,
  attempts integer,
  retry_limit integer,
  backoff_request_seconds integer,
  last_attempted_at timestamp without time zone
)
language plpgsql
stable
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  v_now timestamp without time zone := now() at time zone 'UTC';
begin
  return query
  select
    f.workflow_step_id,
    f.task_id,
    f.named_step_id,
    f.name,
    f.current_state,
    f.completed_parents = f.total_parents,
    p.retry_eligible,
    p.ready_for_execution,
    f.failed_at,
    p.next_retry_at,
    f.total_parents,
    f.completed_parents,
    coalesce(f.attempts, 0),
    coalesce(f.retry_limit, 3),
    f.backoff_request_seconds,
    f.last_attempted_at
  from (select distinct u.id from unnest(input_task_ids) as u (id)) asked
  cross join lateral (
    select array_agg(w.workflow_step_id) as step_ids from tasker_workflow_steps w where w.task_id = asked.id
  ) own
  cross join lateral workbench.step_facts(asked.id, own.step_ids) f
  cross join lateral workbench.documented_policy(
    f.current_state, f.failed_at, f.completed_parents = f.total_parents,
    f.attempts, f.retry_limit, f.retryable, f.processed, f.in_process,
    f.backoff_request_seconds, f.last_attempted_at, v_now
  ) p
  order by f.task_id, f.workflow_step_id;
end
$$;
