-- The facts that decide whether the steps of the given tasks may run, without names and parent counts.
-- Whether the parents are done is an expression the caller may never evaluate: it stops at the first
-- parent that is not, and costs nothing for steps that something cheaper holds back already.
-- One look-up per step; repeated task ids count once. Folded into the (cached) query that calls it.
create or replace function workbench.step_conditions(p_task_ids bigint[])
returns table (
  task_id bigint,
  workflow_step_id bigint,
  current_state text,
  failed_at timestamp without time zone,
  satisfied boolean,
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
    s.task_id,
    s.workflow_step_id,
    coalesce(c.to_state, 'pending')::text,
    case when c.to_state = 'error' then c.created_at end,
    not exists (
      select from tasker_workflow_step_edges e
      where e.to_step_id = s.workflow_step_id
        and coalesce((
          select p.to_state in ('complete', 'resolved_manually')
          from tasker_workflow_step_transitions p
          where p.workflow_step_id = e.from_step_id and p.most_recent
        ), false) is false
    ),
    s.attempts,
    s.retry_limit,
    s.retryable,
    s.processed,
    s.in_process,
    s.backoff_request_seconds,
    s.last_attempted_at
  from tasker_workflow_steps s
  left join tasker_workflow_step_transitions c
    on c.workflow_step_id = s.workflow_step_id and c.most_recent
  where s.task_id = any (p_task_ids)
$$;
