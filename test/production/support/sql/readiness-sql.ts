/**
 * The readiness functions as a production database has them, in both versions that were ever shipped, written from their
 * description. Reserved words stand in small letters, but COALESCE in capitals, because the text of these bodies is what
 * versions are told apart by.
 */

export type ReadinessVersion = 'v01' | 'v02';

const COLUMNS = `
  workflow_step_id bigint, task_id bigint, named_step_id integer, name text, current_state text,
  dependencies_satisfied boolean, retry_eligible boolean, ready_for_execution boolean,
  last_failure_at timestamp without time zone, next_retry_at timestamp without time zone,
  total_parents integer, completed_parents integer, attempts integer, retry_limit integer,
  backoff_request_seconds integer, last_attempted_at timestamp without time zone`;

const ATTEMPTS: Readonly<Record<ReadinessVersion, string>> = {
  v01: 'ws.attempts',
  v02: 'COALESCE(ws.attempts, 0)',
};

const RETRY_ELIGIBLE: Readonly<Record<ReadinessVersion, string>> = {
  v01: `case
      when ws.attempts >= COALESCE(ws.retry_limit, 3) then false
      when ws.attempts > 0 and ws.retryable is false then false
      when wait.explicit_end is not null then wait.explicit_end <= now()
      when wait.failure_end is not null then wait.failure_end <= now()
      else true
    end`,
  v02: 'COALESCE(ws.attempts, 0) < COALESCE(ws.retry_limit, 3)',
};

/** Both functions in one version, for tables called `tasker_…` in `public`. */
export function readinessSql(version: ReadinessVersion): string {
  // Only the first version promises an order.
  const order = version === 'v01' ? 'order by ws.task_id, ws.workflow_step_id' : '';
  return `
create or replace function public.get_step_readiness_status(input_task_id bigint, step_ids bigint[] default null)
returns table (${COLUMNS}) language sql stable as $$
${body(version)}
  where ws.task_id = input_task_id and (step_ids is null or ws.workflow_step_id = any (step_ids))
$$;
create or replace function public.get_step_readiness_status_batch(input_task_ids bigint[])
returns table (${COLUMNS}) language sql stable as $$
${body(version)}
  where ws.task_id = any (input_task_ids) ${order}
$$;`;
}

/** Waits are compared with now() across zones, and 2^attempts is cut only afterwards: both are defects that were shipped. */
function body(version: ReadinessVersion): string {
  return `
  select
    ws.workflow_step_id, ws.task_id, ws.named_step_id, ns.name::text,
    COALESCE(state.to_state, 'pending')::text,
    parents.completed = parents.total,
    ${RETRY_ELIGIBLE[version]},
    case when COALESCE(state.to_state, 'pending') in ('pending', 'error')
      and ws.processed is not true
      and parents.completed = parents.total
      and ${ATTEMPTS[version]} < COALESCE(ws.retry_limit, 3)
      and ws.retryable is not false
      and ws.in_process is not true
      and (wait.explicit_end is null or wait.explicit_end <= now())
      and (wait.failure_end is null or wait.failure_end <= now())
      then true else false end,
    case when state.to_state = 'error' then state.created_at end,
    COALESCE(wait.explicit_end, wait.failure_end),
    parents.total::integer, parents.completed::integer,
    ${ATTEMPTS[version]}, COALESCE(ws.retry_limit, 3), ws.backoff_request_seconds, ws.last_attempted_at
  from public.tasker_workflow_steps ws
  join public.tasker_named_steps ns on ns.named_step_id = ws.named_step_id
  left join public.tasker_workflow_step_transitions state
    on state.workflow_step_id = ws.workflow_step_id and state.most_recent = true
  cross join lateral (
    select
      ws.last_attempted_at + ws.backoff_request_seconds * interval '1 second' as explicit_end,
      case when state.to_state = 'error' then state.created_at
        + least(power(2, COALESCE(ws.attempts, 1)) * interval '1 second', interval '30 seconds') end as failure_end
  ) wait
  cross join lateral (
    select count(*) as total,
      count(*) filter (where parent.to_state in ('complete', 'resolved_manually')) as completed
    from public.tasker_workflow_step_edges edge
    left join public.tasker_workflow_step_transitions parent
      on parent.workflow_step_id = edge.from_step_id and parent.most_recent = true
    where edge.to_step_id = ws.workflow_step_id
  ) parents`;
}
