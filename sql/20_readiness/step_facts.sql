-- What the rows say about given steps, before any rule is applied: one look-up per step and per parent,
-- so the cost follows the number of ids asked for, not the size of the task. Ids that do not exist give
-- no row; without transitions a step is pending; failed_at is null unless the step is in error now.
-- Written in SQL so that the planner folds it into the (cached) query that calls it.
create or replace function workbench.step_facts(p_step_ids bigint[])
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
  from tasker_workflow_steps s
  join tasker_named_steps n on n.named_step_id = s.named_step_id
  left join tasker_workflow_step_transitions c
    on c.workflow_step_id = s.workflow_step_id and c.most_recent
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
  where s.workflow_step_id = any (p_step_ids)
$$;
