-- The same facts as step_conditions for the steps of one task whose ids lie between two bounds: current
-- states come from one index range instead of one look-up per step. Parents are still looked up, because
-- only few steps ever ask for them. Meant for callers that pin the plan (no nested loops).
create or replace function workbench.step_conditions_in_range(p_task_id bigint, p_low bigint, p_high bigint)
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
    on c.workflow_step_id = s.workflow_step_id
    and c.most_recent
    and c.workflow_step_id between p_low and p_high
  where s.task_id = p_task_id and s.workflow_step_id between p_low and p_high
$$;
