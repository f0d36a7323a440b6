/** Tables and readiness of the released successor, in its schema `tasker`, written from their description. */

export const CORE_TASK_STATES = [
  'pending',
  'initializing',
  'enqueuing_steps',
  'steps_in_process',
  'evaluating_results',
  'waiting_for_dependencies',
  'waiting_for_retry',
  'blocked_by_failures',
  'complete',
  'error',
  'cancelled',
  'resolved_manually',
] as const;

export const CORE_STEP_STATES = [
  'pending',
  'enqueued',
  'in_progress',
  'enqueued_for_orchestration',
  'enqueued_as_error_for_orchestration',
  'waiting_for_retry',
  'complete',
  'error',
  'cancelled',
  'resolved_manually',
] as const;

const TIMES =
  'created_at timestamp(6) not null default now(), updated_at timestamp(6) not null default now()';

function key(name: string): string {
  return `${name} uuid primary key default tasker.uuid_generate_v7()`;
}

function oneOf(column: string, states: readonly string[]): string {
  return `check (${column} in (${states.map((state) => `'${state}'`).join(', ')}))`;
}

function transitions(
  table: string,
  idName: string,
  owner: string,
  ownerTable: string,
  states: readonly string[],
): string {
  return `create table tasker.${table} (
    ${key(idName)},
    to_state varchar not null ${oneOf('to_state', states)},
    from_state varchar ${oneOf('from_state', states)},
    metadata jsonb default '{}',
    sort_key integer not null,
    most_recent boolean not null default true,
    ${owner} uuid not null references tasker.${ownerTable},
    ${TIMES});
  create unique index ${table}_most_recent on tasker.${table} (${owner}) where most_recent;
  create unique index ${table}_sort_key on tasker.${table} (${owner}, sort_key);`;
}

export const CORE_TABLES = `
  create function tasker.uuid_generate_v7() returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
  $$;
  create type tasker.identity_strategy as enum ('strict', 'caller_provided', 'always_unique');
  create type tasker.dlq_reason as enum ('staleness_timeout', 'max_retries_exceeded');
  create type tasker.dlq_resolution_status as enum ('pending', 'manually_resolved', 'permanently_failed', 'cancelled');
  create table tasker._sqlx_migrations (version bigint primary key, description text not null);
  create table tasker.task_namespaces (
    ${key('task_namespace_uuid')}, name varchar(64) not null unique, description varchar(255), ${TIMES});
  create table tasker.named_tasks (
    ${key('named_task_uuid')}, task_namespace_uuid uuid not null references tasker.task_namespaces,
    name varchar(64) not null, description varchar(255), version varchar(16) not null default '0.1.0',
    configuration jsonb default '{}', identity_strategy tasker.identity_strategy not null default 'strict', ${TIMES},
    unique (task_namespace_uuid, name, version));
  create table tasker.named_steps (
    ${key('named_step_uuid')}, name varchar(128) not null unique, description varchar(255), ${TIMES});
  create table tasker.named_tasks_named_steps (
    ${key('ntns_uuid')}, named_task_uuid uuid not null references tasker.named_tasks,
    named_step_uuid uuid not null references tasker.named_steps, default_retryable boolean not null default true,
    default_max_attempts integer not null default 3, ${TIMES});
  create table tasker.tasks (
    ${key('task_uuid')}, named_task_uuid uuid not null references tasker.named_tasks,
    complete boolean not null default false, requested_at timestamp not null, completed_at timestamp,
    initiator varchar(128), source_system varchar(128), reason varchar(128), tags jsonb, context jsonb,
    identity_hash varchar(128) not null unique, priority integer not null default 0,
    correlation_id uuid not null default tasker.uuid_generate_v7(), parent_correlation_id uuid, ${TIMES});
  create table tasker.workflow_steps (
    ${key('workflow_step_uuid')}, task_uuid uuid not null references tasker.tasks,
    named_step_uuid uuid not null references tasker.named_steps, retryable boolean not null default true,
    max_attempts integer default 3, in_process boolean not null default false, processed boolean not null default false,
    processed_at timestamp, attempts integer default 0, last_attempted_at timestamp, backoff_request_seconds integer,
    inputs jsonb, results jsonb, checkpoint jsonb, priority integer not null default 0, ${TIMES});
  create index workflow_steps_task on tasker.workflow_steps (task_uuid);
  create table tasker.workflow_step_edges (
    ${key('workflow_step_edge_uuid')}, from_step_uuid uuid not null references tasker.workflow_steps,
    to_step_uuid uuid not null references tasker.workflow_steps, name varchar not null, ${TIMES});
  ${transitions('task_transitions', 'task_transition_uuid', 'task_uuid', 'tasks', CORE_TASK_STATES)}
  alter table tasker.task_transitions add column processor_uuid uuid, add column transition_metadata jsonb default '{}';
  ${transitions('workflow_step_transitions', 'workflow_step_transition_uuid', 'workflow_step_uuid', 'workflow_steps', CORE_STEP_STATES)}
  create table tasker.tasks_dlq (
    ${key('dlq_entry_uuid')}, task_uuid uuid not null references tasker.tasks, original_state varchar not null,
    dlq_reason tasker.dlq_reason not null, dlq_timestamp timestamp not null default now(),
    resolution_status tasker.dlq_resolution_status not null default 'pending', metadata jsonb, ${TIMES});
  create table tasker.workflow_step_result_audit (
    ${key('workflow_step_result_audit_uuid')}, workflow_step_uuid uuid not null references tasker.workflow_steps,
    workflow_step_transition_uuid uuid not null, task_uuid uuid not null, success boolean not null, ${TIMES});`;

/**
 * As there, tables are named without their schema: whoever calls it must have it on his search path.
 * The first attempt is always allowed. A wait is the explicit one if there is one, else 2^attempts up to a minute, and it is
 * reported only for steps that wait for a retry.
 */
export const CORE_READINESS = `
  create function tasker.get_step_readiness_status(input_task_uuid uuid, step_uuids uuid[] default null)
  returns table (
    workflow_step_uuid uuid, task_uuid uuid, named_step_uuid uuid, name text, current_state text,
    dependencies_satisfied boolean, retry_eligible boolean, ready_for_execution boolean, last_failure_at timestamp,
    next_retry_at timestamp, total_parents integer, completed_parents integer, attempts integer, max_attempts integer,
    backoff_request_seconds integer, last_attempted_at timestamp)
  language plpgsql stable as $$
  #variable_conflict use_column
  begin
    return query select s.workflow_step_uuid, s.task_uuid, s.named_step_uuid, n.name::text, state.name, deps.done = deps.total,
      retry.allowed,
      state.name in ('pending', 'waiting_for_retry') and not s.processed and not s.in_process and retry.allowed
        and deps.done = deps.total and (retry.at is null or retry.at <= now() at time zone 'UTC'),
      case when state.name in ('error', 'waiting_for_retry') then current.created_at end,
      retry.at, deps.total::integer, deps.done::integer, coalesce(s.attempts, 0), coalesce(s.max_attempts, 3),
      s.backoff_request_seconds, s.last_attempted_at
    from workflow_steps s
    join named_steps n on n.named_step_uuid = s.named_step_uuid
    left join workflow_step_transitions current
      on current.workflow_step_uuid = s.workflow_step_uuid and current.most_recent
    cross join lateral (select coalesce(current.to_state, 'pending')::text as name) state
    cross join lateral (
      select count(*) as total, count(*) filter (where p.to_state in ('complete', 'resolved_manually')) as done
      from workflow_step_edges e
      left join workflow_step_transitions p on p.workflow_step_uuid = e.from_step_uuid and p.most_recent
      where e.to_step_uuid = s.workflow_step_uuid
    ) deps
    cross join lateral (
      select coalesce(s.attempts, 0) = 0 or s.retryable and s.attempts < coalesce(s.max_attempts, 3) as allowed,
        case when state.name = 'waiting_for_retry' then s.last_attempted_at + make_interval(secs =>
          coalesce(s.backoff_request_seconds, least(power(2, least(coalesce(s.attempts, 1), 6)), 60))) end as at
    ) retry
    where s.task_uuid = input_task_uuid and (step_uuids is null or s.workflow_step_uuid = any (step_uuids))
    order by s.workflow_step_uuid;
  end
  $$;`;
