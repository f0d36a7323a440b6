/**
 * Tasks as a list: the newest first, by key. A page looks at a bounded number of tasks, whatever the filter: one that matches little
 * says how far it came instead of going through the whole table.
 */
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';

export interface TaskRowFilter {
  readonly states?: readonly string[] | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  /** ISO-8601, UTC. */
  readonly createdAfter?: string | undefined;
  readonly createdBefore?: string | undefined;
  readonly context?: string | undefined;
  /** Only these. */
  readonly tasks?: readonly string[] | undefined;
}

export interface StateCount {
  readonly state: string;
  readonly count: number;
}

export interface TaskListRow {
  readonly task: string;
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly state: string;
  /** ISO-8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly steps: readonly StateCount[];
}

export interface TaskListPage {
  readonly rows: readonly TaskListRow[];
  readonly next: string | null;
  readonly looked: number;
}

/** Tasks that one page looks at, at most: their rows alone. */
const WINDOW = 20_000;
/** A state is a row of its own. */
const STATE_WINDOW = 10_000;
/** Reading contexts as text costs far more than reading rows. */
const CONTEXT_WINDOW = 5_000;

export async function readTaskPage(
  reader: Reader,
  names: Names,
  filter: TaskRowFilter,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<TaskListPage> {
  const window = windowOf(filter, limit);
  const [answer] = await reader.query<PageAnswer>(pageQuery(names), [
    before,
    filter.createdAfter ?? null,
    filter.createdBefore ?? null,
    window,
    filter.states ?? null,
    filter.namespace ?? null,
    filter.name ?? null,
    filter.version ?? null,
    filter.context === undefined ? null : containing(filter.context),
    limit,
    filter.tasks ?? null,
  ]);
  const { found, looked, last, isPast } = answer ?? NO_ANSWER;
  const isEnd = looked < window || isPast === true;
  const next = found.length === limit ? (found.at(-1)?.task ?? null) : isEnd ? null : last;
  return { rows: found, next, looked };
}

interface PageAnswer {
  readonly found: readonly TaskListRow[];
  readonly looked: number;
  readonly last: string | null;
  /** Whether the last that was looked at was created well before all that are wanted: what comes then is older still. */
  readonly isPast: boolean | null;
}

const NO_ANSWER: PageAnswer = { found: [], looked: 0, last: null, isPast: null };

function windowOf({ states, context, ...others }: TaskRowFilter, limit: number): number {
  if (context !== undefined) return CONTEXT_WINDOW;
  if (states !== undefined) return STATE_WINDOW;
  return Object.values(others).every((value) => value === undefined) ? limit : WINDOW;
}

/** As a pattern in which nothing is special. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Only where no state is asked for may the limit come before the states: they are looked up for what is shown alone. */
function pageQuery(n: Names): string {
  return `with looked as materialized (
      select t.${n.taskId} as id, t.${n.namedTaskId} as named, t.created_at,
             ($9::text is null or t.context::text ilike $9) as has_text
      from ${n.tasks} t
      where ($1::${n.key} is null or t.${n.taskId} < $1::${n.key})
        and ($11::${n.key}[] is null or t.${n.taskId} = any($11::${n.key}[]))
      order by t.${n.taskId} desc
      limit $4
    ), named as materialized (
      select k.id, k.namespace, k.name, k.version
      from ${n.tasksByName} k
      where ($6::text is null or k.namespace = $6)
        and ($7::text is null or strpos(lower(k.name), lower($7)) > 0)
        and ($8::text is null or k.version = $8)
    ), fitting as (
      select l.id, l.named, l.created_at
      from looked l
      where l.has_text
        and ($2::timestamp is null or l.created_at >= $2::timestamp)
        and ($3::timestamp is null or l.created_at < $3::timestamp)
        and exists (select from named k where k.id = l.named)
      order by l.id desc
      limit case when $5::text[] is null then $10::integer end
    ), found as materialized (
      select f.id, f.named, f.created_at, coalesce(x.to_state, 'pending') as state, x.created_at as changed_at
      from fitting f
      left join ${n.taskTransitions} x on x.${n.taskId} = f.id and x.most_recent
      where ($5::text[] is null or coalesce(x.to_state, 'pending') = any($5::text[]))
      order by f.id desc
      limit $10::integer
    )
    select coalesce((
             select json_agg(json_build_object(
               'task', f.id::text, 'namespace', k.namespace, 'name', k.name, 'version', k.version, 'state', f.state,
               'createdAt', ${isoTime('f.created_at')}, 'changedAt', ${isoTime('coalesce(f.changed_at, f.created_at)')},
               'steps', ${stepCounts(n, 'f.id')}) order by f.id desc)
             from found f join named k on k.id = f.named
           ), '[]') as found,
           (select count(*) from looked l
            where (select count(*) from found) < $10::integer or l.id >= (select f.id from found f order by f.id limit 1)
           )::integer as looked,
           (select l.id::text from looked l order by l.id limit 1) as last,
           (select l.created_at < $2::timestamp - interval '1 hour' from looked l order by l.id limit 1) as "isPast"`;
}

/** The server's clock as a text. */
export const NOW = isoTime("(now() at time zone 'UTC')");

/** By index for each task that is shown: a plan for all of them together may go through all steps there are. */
function stepCounts(n: Names, task: string): string {
  return `coalesce((
      select json_agg(json_build_object('state', c.state, 'count', c.count) order by c.state)
      from (
        select coalesce(x.to_state, 'pending') as state, count(*)::integer as count
        from ${n.steps} s
        left join ${n.stepTransitions} x on x.${n.stepId} = s.${n.stepId} and x.most_recent
        where s.${n.taskId} = ${task}
        group by 1
      ) c
    ), '[]')`;
}

/** Zone-less columns hold UTC (schema reference, section 6). */
export function isoTime(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
