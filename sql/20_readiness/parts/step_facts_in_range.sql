-- The same facts as step_facts for all steps of one task whose ids lie between two bounds, each table
-- read once as an index range: steps, current transitions and edges of a task were written together, so
-- their ids lie together. Rows of other tasks inside the range fall out in the joins; a parent outside
-- the range (an edge between tasks) is looked up by itself.
-- Meant for callers that pin the plan (no nested loops); bounds come from the caller.
create or replace function workbench.step_facts_in_range(p_task_id bigint, p_low bigint, p_high bigint)
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
    coalesce(parents.total, 0),
    coalesce(parents.completed, 0),
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
    on c.workflow_step_id = s.workflow_step_id
    and c.most_recent
    and c.workflow_step_id between p_low and p_high
  left join (
    select
      e.to_step_id,
      count(*)::integer as total,
      (count(*) filter (where case
        when e.from_step_id between p_low and p_high then e.from_step_id in (
          select p.workflow_step_id
          from tasker_workflow_step_transitions p
          where p.most_recent
            and p.to_state in ('complete', 'resolved_manually')
            and p.workflow_step_id between p_low and p_high
        )
        else (
          select p.to_state in ('complete', 'resolved_manually')
          from tasker_workflow_step_transitions p
          where p.workflow_step_id = e.from_step_id and p.most_recent
        )
      end))::integer as completed
    from tasker_workflow_step_edges e
    where e.to_step_id between p_low and p_high
    group by e.to_step_id
  ) parents on parents.to_step_id = s.workflow_step_id
  where s.task_id = p_task_id and s.workflow_step_id between p_low and p_high
$$;
