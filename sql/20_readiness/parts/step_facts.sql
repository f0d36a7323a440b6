-- What the rows say about given steps of a task, before any rule is applied: one look-up per step and per
-- parent, so the cost follows the number of ids asked for, not the size of the task. Ids that do not exist or
-- belong to other tasks give no row; without transitions a step is pending; failed_at is null unless the step
-- is in error now.
-- All are look-ups by key that cannot become joins (offset 0): a plan made while the tables were nearly empty
-- would otherwise read a whole table for each step, for as long as it is kept.
-- Written in SQL so that the planner folds it into the (cached) query that calls it.
create or replace function workbench.step_facts(p_task_id bigint, p_step_ids bigint[])
returns table (
  workflow_step_id bigint,
  task_id bigint,
  named_step_id integer,
  name text,
  current_state text,
  failed_at timestamp without time zone,
  total_parents integer,
  completed_parents integer,
  attempts integer,
  retry_limit integer,
  retryable boolean,
  processed boolean,
  in_process boolean,
  backoff_request_seconds integer,
  last_attempted_at timestamp without time zone
)
language sql
stable
as $$
  select
    s.workflow_step_id,
    s.task_id,
    s.named_step_id,
    n.name::text,
    coalesce(c.to_state, 'pending')::text,
    case when c.to_state = 'error' then c.created_at end,
    parents.total,
    parents.completed,
    s.attempts,
    s.retry_limit,
    s.retryable,
    s.processed,
    s.in_process,
    s.backoff_request_seconds,
    s.last_attempted_at
  from (
    -- Both keys: either alone would also match an index that has to be read from end to end.
    select w.* from tasker_workflow_steps w
    where w.task_id = p_task_id and w.workflow_step_id = any (p_step_ids)
    offset 0
  ) s
  cross join lateral (
    select a.name from tasker_named_steps a where a.named_step_id = s.named_step_id offset 0
  ) n
  left join lateral (
    select t.to_state, t.created_at
    from tasker_workflow_step_transitions t
    where t.workflow_step_id = s.workflow_step_id and t.most_recent
    offset 0
  ) c on true
  cross join lateral (
    -- The state of a parent is looked up by its id alone and tested outside: an index on "complete"
    -- steps, empty when the plan was made, would turn quadratic while a run fills it.
    select
      count(*)::integer as total,
      (count(*) filter (where (
        select p.to_state in ('complete', 'resolved_manually')
        from tasker_workflow_step_transitions p
        where p.workflow_step_id = e.from_step_id and p.most_recent
      )))::integer as completed
    from tasker_workflow_step_edges e
    where e.to_step_id = s.workflow_step_id
  ) parents
$$;
