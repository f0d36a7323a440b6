/**
 * Numbers about the newest tasks. How many are counted is bounded, so that the cost does not grow with the table; who shows them says
 * of how many they are.
 */
import { groupBy } from '../../../group-by.ts';
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';
import { isoTime, NOW } from './task-rows.ts';
import type { StateCount } from './task-rows.ts';

/** Tasks whose states are counted. */
export const COUNTED_TASKS = 100_000;
/** Tasks whose steps are looked at: there are ten times as many of those, with three transitions each. */
const STEP_TASKS = 2_000;
const SLOWEST = 10;

export interface StateRows {
  /** UTC. */
  readonly at: string;
  readonly looked: number;
  readonly byNamespace: readonly { readonly namespace: string; readonly states: readonly StateCount[] }[];
}

export async function readStates(reader: Reader, n: Names): Promise<StateRows> {
  const rows = await reader.query<{ namespace: string; state: string; count: number; at: string }>(
    `with newest as (
       select t.${n.taskId} as id, t.${n.namedTaskId} as named from ${n.tasks} t order by t.${n.taskId} desc limit $1
     ), counted as (
       select w.named, coalesce(x.to_state, 'pending') as state, count(*) as count
       from newest w
       left join ${n.taskTransitions} x on x.${n.taskId} = w.id and x.most_recent
       group by 1, 2
     )
     select k.namespace, c.state, sum(c.count)::integer as count, ${NOW} as at
     from counted c join ${n.tasksByName} k on k.id = c.named
     group by 1, 2
     order by 3 desc, 1, 2`,
    [COUNTED_TASKS],
  );
  const byNamespace = [...groupBy(rows, ({ namespace }) => namespace)].map(([namespace, states]) => ({
    namespace,
    states: states.map(({ state, count }) => ({ state, count })),
  }));
  return {
    at: rows[0]?.at ?? (await readNow(reader)),
    looked: rows.reduce((sum, { count }) => sum + count, 0),
    byNamespace,
  };
}

async function readNow(reader: Reader): Promise<string> {
  const [row] = await reader.query<{ at: string }>(`select ${NOW} as at`);
  return row?.at ?? '';
}

export interface Bucket {
  readonly at: string;
  readonly created: number;
  readonly completed: number;
  readonly failed: number;
}

/** Tasks created, completed and failed by time, among the newest; buckets in which nothing happened are left out. */
export async function readThroughput(
  reader: Reader,
  n: Names,
  { hours, bucketMinutes }: { readonly hours: number; readonly bucketMinutes: number },
): Promise<readonly Bucket[]> {
  return reader.query<Bucket>(
    `with span as (
       select (now() at time zone 'UTC') - $2::float8 * interval '1 hour' as start
     ), newest as (
       select t.${n.taskId} as id, t.created_at from ${n.tasks} t order by t.${n.taskId} desc limit $1
     ), happened as (
       select w.created_at as at, 'created' as what from newest w, span where w.created_at >= span.start
       union all
       select x.created_at, x.to_state
       from newest w join ${n.taskTransitions} x on x.${n.taskId} = w.id and x.most_recent, span
       where x.to_state in ('complete', 'error') and x.created_at >= span.start
     )
     select ${isoTime("to_timestamp(floor(extract(epoch from h.at) / ($3::float8 * 60)) * ($3::float8 * 60)) at time zone 'UTC'")} as at,
            count(*) filter (where h.what = 'created')::integer as created,
            count(*) filter (where h.what = 'complete')::integer as completed,
            count(*) filter (where h.what = 'error')::integer as failed
     from happened h
     group by 1 order by 1`,
    [COUNTED_TASKS, hours, bucketMinutes],
  );
}

export interface StepNumbers {
  readonly tasks: number;
  readonly steps: number;
  readonly retried: number;
  readonly retries: number;
  readonly failed: number;
}

export async function readStepNumbers(reader: Reader, n: Names): Promise<StepNumbers> {
  const [row] = await reader.query<StepNumbers>(
    `with newest as (select t.${n.taskId} as id from ${n.tasks} t order by t.${n.taskId} desc limit $1)
     select (select count(*) from newest)::integer as tasks, count(*)::integer as steps,
            count(*) filter (where s.attempts > 1)::integer as retried,
            coalesce(sum(greatest(s.attempts - 1, 0)), 0)::integer as retries,
            count(*) filter (where x.to_state = 'error')::integer as failed
     from newest w
     join ${n.steps} s on s.${n.taskId} = w.id
     left join ${n.stepTransitions} x on x.${n.stepId} = s.${n.stepId} and x.most_recent`,
    [STEP_TASKS],
  );
  return row ?? { tasks: 0, steps: 0, retried: 0, retries: 0, failed: 0 };
}

export interface SlowStep {
  readonly step: string;
  /** Of the task. */
  readonly name: string;
  readonly version: string;
  readonly runs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly slowestTask: string;
}

/** How long completed steps took from their last start: the shipped functions for it fail whenever they are called (D2). */
export async function readSlowSteps(reader: Reader, n: Names): Promise<readonly SlowStep[]> {
  return reader.query<SlowStep>(
    `with newest as (
       select t.${n.taskId} as id, t.${n.namedTaskId} as named from ${n.tasks} t order by t.${n.taskId} desc limit $1
     ), done as (
       select w.id, w.named, s.${n.namedStepId} as step,
              extract(epoch from x.created_at - b.started_at) * 1000 as ms
       from newest w
       join ${n.steps} s on s.${n.taskId} = w.id
       join ${n.stepTransitions} x on x.${n.stepId} = s.${n.stepId} and x.most_recent and x.to_state = 'complete'
       cross join lateral (
         select max(y.created_at) as started_at
         from ${n.stepTransitions} y
         where y.${n.stepId} = s.${n.stepId} and y.to_state = 'in_progress'
       ) b
       where b.started_at is not null
     ), grouped as (
       select d.named, d.step, count(*)::integer as runs,
              percentile_cont(0.5) within group (order by d.ms) as median,
              percentile_cont(0.95) within group (order by d.ms) as p95,
              max(d.ms) as slowest,
              (array_agg(d.id order by d.ms desc))[1]::text as task
       from done d group by 1, 2
       order by 4 desc limit $2
     )
     select st.name::text as step, k.name, k.version, g.runs, round(g.median)::float8 as "medianMs", round(g.p95)::float8 as "p95Ms",
            round(g.slowest)::float8 as "maxMs", g.task as "slowestTask"
     from grouped g
     join ${n.tasksByName} k on k.id = g.named
     join ${n.namedSteps} st on st.${n.namedStepId} = g.step
     order by g.median desc`,
    [STEP_TASKS, SLOWEST],
  );
}
