/** The statements of the generator: first a plan in temporary tables, then the rows out of it. */
import { HISTORIES } from './fill-plan.ts';

/** A number in 0…1 that depends on the seed `$1`, a number and a salt, and on nothing else. */
function chance(seed: string, number: string, salt: number): string {
  return `((hashint8extended(${number}, ${seed} * 1000 + ${salt}) & 1048575) / 1048576::float8)`;
}

const TABLES = `
  create temp table fill_shapes (shape integer, size integer, versions integer[]) on commit drop;
  create temp table fill_script (shape integer, front integer, place integer, named_step_id integer, role text,
    level integer, primary key (shape, front, place)) on commit drop;
  create temp table fill_parents (shape integer, place integer, parent integer) on commit drop;
  create temp table fill_outcomes (name text, age text, low double precision, high double precision, task text,
    front text, step text, after text, attempts integer, retry_limit integer, retryable boolean, processed boolean,
    backoff_request_seconds integer) on commit drop;
  create temp table fill_histories (name text, place integer, state text, before text, part double precision,
    is_last boolean) on commit drop;
  create temp table fill_tasks (task_id bigint primary key, shape integer, named_task_id integer, outcome text,
    is_stuck boolean, front integer, created timestamp, span interval, history text, context jsonb) on commit drop;
  create temp table fill_steps (step_id bigint primary key, task_id bigint, shape integer, place integer,
    named_step_id integer, role text, history text, created timestamp, started timestamp, ended timestamp,
    attempts integer, retry_limit integer, retryable boolean, processed boolean, backoff_request_seconds integer)
    on commit drop;`;

const SCRIPT = `
  insert into fill_script
  select l.shape, l.front, l.place, s.named_step_id, l.role, l.level
  from jsonb_to_recordset($1::jsonb) as l (shape integer, front integer, place integer, step text, system text,
    role text, level integer)
  join tasker_dependent_systems d on d.name = l.system
  join tasker_named_steps s on s.name = l.step and s.dependent_system_id = d.dependent_system_id`;

/** Small, as the steps of a task get a copy each. */
const CONTEXT = `jsonb_build_object('order_id', 100000 + t.task_id, 'amount', t.task_id % 500,
  'customer', jsonb_build_object('id', t.task_id % 9973, 'region', (array['eu', 'us', 'apac'])[1 + t.task_id % 3]))`;

const ERROR = `'{"error": "connection to the service was reset", "error_class": "Faraday::ConnectionFailed",
  "backtrace": "app/steps/handler.rb:42"}'::jsonb`;

/**
 * $1 tasks, $2 seed, $3 tasks of each stuck kind. Ids follow the time of creation: the last 4 % are minutes old, all before
 * them are spread over 14 days, with the stuck ones at even distances among those older than two hours.
 */
const TASKS = `
  insert into fill_tasks
  with base as (
    select coalesce(max(task_id), 0) as last_id, now() at time zone 'UTC' as now from tasker_tasks
  ), stuck as (
    select (0.955::float8 * $1::integer * row_number() over () / count(*) over ())::integer as n, o.name
    from (select name from fill_outcomes where age = 'stuck') o, generate_series(1, $3::integer)
  ), drawn as (
    select n, stuck.name as stuck, case when part > 0.96 then 'recent' else 'past' end as age,
      case when part > 0.96 then 300 * (1.01 - (part - 0.96) / 0.04) else 900 + 1208700 * (1 - part / 0.96) end as seconds,
      ${chance('$2::bigint', 'n', 1)} as draw,
      floor(${chance('$2::bigint', 'n', 2)} * (select count(*) from fill_shapes))::integer as shape,
      ${chance('$2::bigint', 'n', 3)} as version,
      ${chance('$2::bigint', 'n', 4)} as place
    from generate_series(1, $1::integer) n
    cross join lateral (select n / $1::float8 as part) p
    left join stuck using (n)
  ), placed as (
    select d.*, s.size, s.versions, o.name, o.task, o.front
    from drawn d
    join fill_shapes s on s.shape = d.shape
    join fill_outcomes o on case when d.stuck is null
      then o.age = d.age and d.draw >= o.low and d.draw < o.high else o.name = d.stuck end
  )
  select b.last_id + p.n, p.shape,
    p.versions[1 + floor(p.version * cardinality(p.versions))::integer], p.name, p.stuck is not null,
    case p.front when 'all' then p.size when 'none' then -1 when 'second' then 1
      else floor(p.place * p.size)::integer end,
    b.now - make_interval(secs => p.seconds),
    make_interval(secs => least(0.8 * p.seconds, 30 * p.size)), p.task, ${CONTEXT}
  from placed p, base b, lateral (select b.last_id + p.n as task_id) t`;

/** How often a step has been tried: every try ends in an error or in success. */
const ATTEMPTS = `case n.history ${Object.entries(HISTORIES)
  .map(
    ([name, states]) =>
      `when '${name}' then ${states.filter(([state]) => /^(?:error|complete)$/.test(state)).length}`,
  )
  .join(' ')} end`;

/** $1 seed. A step has its share of the time of its task, by its level, so that children start after their parents. */
const STEPS = `
  insert into fill_steps
  with base as (
    select coalesce(max(workflow_step_id), 0) as last_id from tasker_workflow_steps
  ), drawn as (
    select t.task_id, t.shape, l.place, l.named_step_id, l.role, t.created, o.*,
      ${chance('$1::bigint', 't.task_id * 16 + l.place', 5)} as draw,
      t.created + t.span * ((l.level + 0.1)::float8 / s.size) as started,
      t.span / s.size as share, row_number() over (order by t.task_id, l.place) as n
    from fill_tasks t
    join fill_outcomes o on o.name = t.outcome
    join fill_shapes s on s.shape = t.shape
    join fill_script l on l.shape = t.shape and l.front = t.front
  ), told as (
    select d.*, case d.role when 'front' then d.step when 'after' then d.after else 'done' end as wanted from drawn d
  ), named as (
    select t.*, case when t.wanted <> 'done' or t.draw < 0.9 then t.wanted when t.draw < 0.98 then 'done_at_second'
      else 'done_at_third' end as history
    from told t
  )
  select b.last_id + n.n, n.task_id, n.shape, n.place, n.named_step_id, n.role, n.history, n.created, n.started,
    n.started + n.share * (0.2 + 0.6 * n.draw),
    coalesce(case when n.role = 'front' then n.attempts end,
      ${ATTEMPTS}),
    coalesce(case when n.role = 'front' then n.retry_limit end, 3),
    coalesce(case when n.role = 'front' then n.retryable end, true),
    coalesce(case when n.role = 'front' then n.processed end, n.history like 'done%' or n.history = 'resolved'),
    case when n.role = 'front' then n.backoff_request_seconds end
  from named n, base b`;

export const PLAN_SQL = {
  tables: TABLES,
  shapes: `insert into fill_shapes
    select s.shape, s.size, array_agg(t.named_task_id order by t.version)
    from jsonb_to_recordset($1::jsonb) as s (shape integer, name text, namespace text, size integer)
    join tasker_task_namespaces n on n.name = s.namespace
    join tasker_named_tasks t on t.task_namespace_id = n.task_namespace_id and t.name = s.name
    group by s.shape, s.size`,
  script: SCRIPT,
  parents: `insert into fill_parents
    select * from jsonb_to_recordset($1::jsonb) as p (shape integer, place integer, parent integer)`,
  outcomes:
    'insert into fill_outcomes select * from jsonb_populate_recordset(null::fill_outcomes, $1::jsonb)',
  histories:
    'insert into fill_histories select * from jsonb_populate_recordset(null::fill_histories, $1::jsonb)',
  tasks: TASKS,
  steps: STEPS,
};

/** From the plan to Tasker's tables. */
export const WRITE_SQL = `
  insert into tasker_tasks (task_id, named_task_id, complete, requested_at, initiator, source_system, reason, tags,
    context, identity_hash, created_at, updated_at)
  select t.task_id, t.named_task_id, t.history in ('done', 'requeued'), t.created,
    (array['web', 'scheduler', 'api'])[1 + t.task_id % 3], 'shop', 'requested by generator',
    jsonb_build_array('batch-' || t.task_id % 7), t.context, md5('task ' || t.task_id), t.created,
    case when t.history = 'none' then t.created else t.created + t.span end
  from fill_tasks t;

  insert into tasker_workflow_steps (workflow_step_id, task_id, named_step_id, retryable, retry_limit, processed,
    processed_at, attempts, last_attempted_at, backoff_request_seconds, inputs, results, created_at, updated_at)
  select s.step_id, s.task_id, s.named_step_id, s.retryable, s.retry_limit, s.processed,
    case when s.processed then s.ended end, s.attempts, case when s.attempts > 0 then s.ended end,
    s.backoff_request_seconds, t.context,
    case when s.history in ('failed', 'exhausted') then ${ERROR}
      when s.processed then jsonb_build_object('status', 'ok', 'items', s.step_id % 40) else '{}' end,
    s.created, case when s.history = 'none' then s.created else s.ended end
  from fill_steps s join fill_tasks t on t.task_id = s.task_id
  order by s.step_id;

  insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
  select s.step_id - s.place + p.parent, s.step_id, 'provides', s.created, s.created
  from fill_steps s join fill_parents p on p.shape = s.shape and p.place = s.place
  order by s.step_id, p.parent;

  insert into tasker_task_transitions (task_id, to_state, from_state, metadata, sort_key, most_recent, created_at,
    updated_at)
  select t.task_id, h.state, h.before,
    case when h.state = 'error' then '{"error_message": "Task execution failed"}'::jsonb else '{}' end,
    h.place * 10, h.is_last, t.created + t.span * (0.02 + 0.98 * h.part), t.created + t.span
  from fill_tasks t join fill_histories h on h.name = t.history
  order by t.task_id, h.place;

  insert into tasker_workflow_step_transitions (workflow_step_id, to_state, from_state, metadata, sort_key,
    most_recent, created_at, updated_at)
  select s.step_id, h.state, h.before,
    case when h.state = 'error' then '{"error_message": "connection to the service was reset"}'::jsonb else '{}' end,
    h.place * 10, h.is_last, s.started + (s.ended - s.started) * h.part, s.ended
  from fill_steps s join fill_histories h on h.name = s.history
  order by s.step_id, h.place;

  select setval(pg_get_serial_sequence('tasker_tasks', 'task_id'), (select max(task_id) from fill_tasks));
  select setval(pg_get_serial_sequence('tasker_workflow_steps', 'workflow_step_id'),
    (select max(step_id) from fill_steps));`;
