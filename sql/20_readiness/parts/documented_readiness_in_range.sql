-- Readiness of all steps of a large task whose ids lie between two bounds, in id order; the rows are those
-- of get_step_readiness_status, which is the one caller.
-- The settings pin the plan: hash or merge joins over index ranges, planned once. Left to itself the
-- planner guesses ten rows and probes each table a few thousand times.
create or replace function workbench.documented_readiness_in_range(p_task_id bigint, p_low bigint, p_high bigint)
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
set enable_nestloop = off
set enable_hashjoin = on
set enable_mergejoin = on
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
set jit = off
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
  from workbench.step_facts_in_range(p_task_id, p_low, p_high) f
  cross join lateral workbench.documented_policy(
    f.current_state, f.failed_at, f.completed_parents = f.total_parents,
    f.attempts, f.retry_limit, f.retryable, f.processed, f.in_process,
    f.backoff_request_seconds, f.last_attempted_at, v_now
  ) p
  order by f.workflow_step_id;
end
$$;
