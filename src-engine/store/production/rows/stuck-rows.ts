/**
 * Steps that will not go on by themselves, among the oldest open tasks. That they are stuck follows from what production's functions and
 * loop do (SQL function reference, section 10: D3, D4, D7–D10); nothing here decides what may run.
 */
import type { Installation } from '../detect/installation.ts';
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';
import { isoTime } from './task-rows.ts';

export type StuckKind =
  | 'failed_for_good'
  | 'exhausted'
  | 'orphaned'
  | 'cancelled_parent'
  | 'processed_in_error'
  | 'never_allowed'
  | 'never_begun';

export interface StuckRow {
  readonly task: string;
  readonly namespace: string;
  readonly name: string;
  readonly taskState: string;
  readonly kind: StuckKind;
  readonly step: string | null;
  readonly stepName: string | null;
  readonly since: string;
  readonly attempts: number;
  readonly limit: number;
  /** Of the cancelled parent. */
  readonly parent: string | null;
}

export interface StuckRows {
  readonly rows: readonly StuckRow[];
  readonly next: string | null;
  readonly looked: number;
}

/** Tasks that one page looks at: those that are not complete, of which many have been closed in another way. */
const WINDOW = 5_000;
/** Those of them that are open, and whose steps are looked at. */
const OPEN_WINDOW = 1_000;
const MOST_ROWS = 500;
/** A step in progress for longer, or a task that nobody began: no worker is at it any more, most likely. */
const QUIET_MINUTES = 15;

interface StuckRequest {
  readonly after: string | null;
  /** Only this one. */
  readonly task?: string | null;
  /** Rows at most. */
  readonly limit?: number;
}

export async function readStuck(
  reader: Reader,
  n: Names,
  { generation }: Installation,
  { after, task = null, limit = MOST_ROWS }: StuckRequest,
): Promise<StuckRows> {
  const [answer] = await reader.query<StuckAnswer>(stuckQuery(n, generation), [
    after,
    WINDOW,
    QUIET_MINUTES,
    limit,
    task,
    OPEN_WINDOW,
  ]);
  const { rows, looked, last, isEnd } = answer ?? { rows: [], looked: 0, last: null, isEnd: true };
  if (rows.length < limit) return { rows, looked, next: isEnd ? null : last };
  // The last task may have more of them than are here: it comes with the next page, whole.
  const whole = rows.filter((row) => row.task !== last);
  return whole.length === 0
    ? { rows, looked, next: last }
    : { rows: whole, looked, next: whole.at(-1)?.task ?? null };
}

interface StuckAnswer {
  readonly rows: readonly StuckRow[];
  readonly looked: number;
  /** The last that was looked at. */
  readonly last: string | null;
  /** Whether no tasks are left to look at. */
  readonly isEnd: boolean;
}

/** The successor never tries a step in error again, and its tasks in error are closed (its reference, section 4). */
const CLOSED = {
  rails: "('complete', 'cancelled', 'resolved_manually')",
  core: "('complete', 'cancelled', 'resolved_manually')",
} as const;

function stuckQuery(n: Names, generation: Installation['generation']): string {
  const isRails = generation === 'rails';
  const limit = `coalesce(s.${n.limit}, 3)`;
  const allowed = isRails ? `coalesce(s.retryable, true) or coalesce(s.attempts, 0) > 0` : 'true';
  return `with open_keys as materialized (
      select t.${n.taskId} as id, t.${n.namedTaskId} as named, t.created_at
      from ${n.tasks} t
      where (t.complete = false or t.complete is null)
        and ($1::${n.key} is null or t.${n.taskId} > $1::${n.key})
        and ($5::${n.key} is null or t.${n.taskId} = $5::${n.key})
      order by t.${n.taskId}
      limit $2
    ), open_tasks as materialized (
      select k.id, k.named, coalesce(x.to_state, 'pending') as state, coalesce(x.created_at, k.created_at) as since
      from open_keys k
      ${currentState(n.taskTransitions, n.taskId, 'k.id')}
      where (x.to_state in ${CLOSED[generation]}) is not true
      order by k.id
      limit $6
    ), clock as (
      select (now() at time zone 'UTC') - $3::float8 * interval '1 minute' as quiet
    ), steps as materialized (
      select l.id, l.named, l.state as task_state, s.step, s.named_step, coalesce(x.to_state, 'pending') as state,
             coalesce(x.created_at, s.created_at) as since, s.attempts, s.allowed_attempts, s.retryable, s.processed, s.may_begin
      from open_tasks l
      cross join lateral (
        select s.${n.stepId} as step, s.${n.namedStepId} as named_step, s.created_at, coalesce(s.attempts, 0) as attempts,
               ${limit} as allowed_attempts, coalesce(s.retryable, true) as retryable,
               coalesce(s.processed, false) as processed, (${allowed}) as may_begin
        from ${n.steps} s
        where s.${n.taskId} = l.id
        offset 0
      ) s
      ${currentState(n.stepTransitions, n.stepId, 's.step')}
    ), cancelled_parents as (
      select distinct on (e.${n.toStep}) e.${n.toStep} as child, ns.name::text as name
      from steps p
      join ${n.edges} e on e.${n.fromStep} = p.step
      join ${n.namedSteps} ns on ns.${n.namedStepId} = p.named_step
      where p.state = 'cancelled'
      order by e.${n.toStep}, p.step
    ), judged as materialized (
      select s.*, p.name as parent,
             case
               when s.state = 'error' and s.processed then 'processed_in_error'
               when s.state = 'error' and s.attempts >= s.allowed_attempts then 'exhausted'
               when s.state = 'error' and ${isRails ? 'not s.retryable' : 'true'} then 'failed_for_good'
               when s.state in ('in_progress', 'enqueued') and s.since < clock.quiet then 'orphaned'
               when s.state = 'pending' and not s.processed and (s.allowed_attempts <= 0 or not s.may_begin) then 'never_allowed'
               when s.state = 'pending' and p.name is not null then 'cancelled_parent'
             end as kind
      from steps s
      cross join clock
      left join cancelled_parents p on p.child = s.step and s.state = 'pending'
    ), stuck as (
      select j.id, j.named, j.task_state, j.kind, j.step, j.named_step, j.since, j.attempts, j.allowed_attempts, j.parent
      from judged j
      where j.kind is not null
      union all
      select l.id, l.named, l.state, 'never_begun', null, null, l.since, 0, 0, null
      from open_tasks l, clock
      where l.state = 'pending' and l.since < clock.quiet
        and l.id not in (select j.id from judged j where j.kind is not null or j.state <> 'pending')
    ), shown as materialized (
      select * from stuck order by id, step limit $4
    ), edge as (
      select case when (select count(*) from shown) = $4 then (select h.id from shown h order by h.id desc limit 1)
                  when (select count(*) from open_tasks) = $6 then (select l.id from open_tasks l order by l.id desc limit 1)
                  else (select k.id from open_keys k order by k.id desc limit 1)
             end as id
    )
    select coalesce((
             select json_agg(json_build_object(
               'task', h.id::text, 'namespace', b.namespace, 'name', b.name, 'taskState', h.task_state, 'kind', h.kind,
               'step', h.step::text, 'stepName', ns.name::text, 'since', ${isoTime('h.since')},
               'attempts', h.attempts, 'limit', h.allowed_attempts, 'parent', h.parent) order by h.id, h.step)
             from shown h
             join ${n.tasksByName} b on b.id = h.named
             left join ${n.namedSteps} ns on ns.${n.namedStepId} = h.named_step
           ), '[]') as rows,
           (select count(*) from open_keys k, edge where k.id <= edge.id)::integer as looked,
           (select edge.id::text from edge) as last,
           (select count(*) from open_keys) < $2 and (select count(*) from open_tasks) < $6 as "isEnd"`;
}

/** Looked up for one row after the other, by index: a plan that goes through all transitions there are would cost more with every task. */
function currentState(transitions: string, owner: string, id: string): string {
  return `left join lateral (
        select x.to_state, x.created_at from ${transitions} x where x.${owner} = ${id} and x.most_recent limit 1
      ) x on true`;
}
