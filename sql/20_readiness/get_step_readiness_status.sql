-- Says for each step of a task whether it may be executed now, and why not.
-- Promise: one row per existing step (only those of step_ids when given), ordered by id. A null task, an
-- empty list and ids of other tasks give no rows. Changes nothing; compares with now() in UTC.
-- Few steps are looked up one by one; from 25 on their id range is read at once, unless it is sparse.
create or replace function public.get_step_readiness_status(input_task_id bigint, step_ids bigint[] default null)
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
  v_step_ids bigint[] := step_ids;
  v_count bigint;
  v_low bigint;
  v_high bigint;
begin
  if step_ids is null or cardinality(step_ids) > 24 then
    select count(*), min(s.workflow_step_id), max(s.workflow_step_id)
    into v_count, v_low, v_high
    from tasker_workflow_steps s
    where s.task_id = input_task_id;

    if v_count > 24 and v_high - v_low <= 8 * v_count then
      return query
      select r.* from workbench.documented_readiness_in_range(input_task_id, v_low, v_high) r
      where step_ids is null or r.workflow_step_id = any (step_ids);
      return;
    end if;

    if step_ids is null then
      v_step_ids := array(select s.workflow_step_id from tasker_workflow_steps s where s.task_id = input_task_id);
    end if;
  end if;

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
  from workbench.step_facts(input_task_id, v_step_ids) f
  cross join lateral workbench.documented_policy(
    f.current_state, f.failed_at, f.completed_parents = f.total_parents,
    f.attempts, f.retry_limit, f.retryable, f.processed, f.in_process,
    f.backoff_request_seconds, f.last_attempted_at, v_now
  ) p
  order by f.workflow_step_id;
end
$$;
