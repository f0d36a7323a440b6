/**
 * Tasks, steps, edges and transitions as plain rows, in any state a test needs, also in states no engine would
 * leave behind. Times are seconds before the virtual clock, which `setClock` puts at a fixed moment.
 */
import type { Queryable } from '../../src-engine/store/database.ts';

/** The virtual clock of tests that do not say otherwise. */
export const NOW = '2030-01-01 12:00:00+00';

/** One transition; `ago` in seconds, default 0. */
export interface TransitionSpec {
  readonly to: string;
  readonly ago?: number;
}

/** A step row. Without `state` and `history` it has no transition, as the engine creates it. */
export interface StepSpec {
  readonly state?: string;
  /** All transitions, oldest first; instead of `state`. */
  readonly history?: readonly TransitionSpec[];
  /** Seconds since the transition to `state`; with state error also since the last attempt. Default 0. */
  readonly ago?: number;
  /** Default 1 for complete steps, else 0. */
  readonly attempts?: number | null;
  /** Default 3. */
  readonly limit?: number | null;
  readonly retryable?: boolean;
  readonly inProcess?: boolean;
  /** Default true for complete steps, else false. */
  readonly processed?: boolean;
  readonly backoff?: number;
  /** Seconds since the last attempt. Default: none, or `ago` for state error. */
  readonly attempted?: number;
  /** Seconds since the row was made; default as for the task. */
  readonly created?: number;
}

export interface TaskSpec {
  /** Step names in id order, each with its parents; a parent named twice gets two edges. */
  readonly parents: Readonly<Record<string, readonly string[]>>;
  readonly steps?: Readonly<Record<string, StepSpec>>;
  /** Default: no transition. */
  readonly state?: string;
  readonly history?: readonly TransitionSpec[];
  /** Seconds since the task was made, default 0. */
  readonly created?: number;
  /** Default `test_workflow` in namespace `default`, version `1.0.0`. */
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface TaskRows {
  readonly taskId: number;
  /** The id of a step by its name; throws for a name that is not there. */
  readonly id: (name: string) => number;
  readonly ids: readonly number[];
}

/** Moves the virtual clock of the session; null gives the real time back. */
export async function setClock(db: Queryable, now: string | null = NOW): Promise<void> {
  await db.query(`select set_config('workbench.now', $1, false)`, [now ?? '']);
}

/** Inserts one task with everything below it and says under which ids. */
export async function insertTask(db: Queryable, spec: TaskSpec): Promise<TaskRows> {
  const names = Object.keys(spec.parents);
  const taskId = await insertTaskRow(db, spec);
  const ids = await insertSteps(db, taskId, spec, names);
  const id = (name: string): number => {
    const found = ids[names.indexOf(name)];
    if (found === undefined) throw new Error(`no step is called ${name}`);
    return found;
  };
  for (const [child, parents] of Object.entries(spec.parents)) {
    if (parents.length > 0) await insertEdges(db, parents.map(id), id(child));
  }
  for (const [name, step] of Object.entries(spec.steps ?? {})) {
    await insertTransitions(db, 'workflow_step', id(name), historyOf(step));
  }
  await insertTransitions(db, 'task', taskId, historyOf(spec));
  return { taskId, id, ids };
}

/** Edges from each parent to one child, whatever tasks they belong to. */
export async function insertEdges(db: Queryable, parents: readonly number[], child: number): Promise<void> {
  await db.query(
    `insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
     select p, $2, 'provides', now() at time zone 'UTC', now() at time zone 'UTC'
     from unnest($1::bigint[]) with ordinality as u (p, place) order by place`,
    [parents, child],
  );
}

function historyOf(spec: StepSpec | TaskSpec): readonly TransitionSpec[] {
  if (spec.history !== undefined) return spec.history;
  if (spec.state === undefined) return [];
  return [{ to: spec.state, ago: 'ago' in spec && spec.ago !== undefined ? spec.ago : 0 }];
}

async function insertTaskRow(db: Queryable, spec: TaskSpec): Promise<number> {
  const namespace = spec.namespace ?? 'default';
  const named = [spec.name ?? 'test_workflow', namespace, spec.version ?? '1.0.0'];
  await db.query(
    `insert into tasker_task_namespaces (name, created_at, updated_at)
     values ($1, now() at time zone 'UTC', now() at time zone 'UTC') on conflict do nothing`,
    [namespace],
  );
  await db.query(
    `insert into tasker_named_tasks (name, task_namespace_id, version, created_at, updated_at)
     select $1, task_namespace_id, $3, now() at time zone 'UTC', now() at time zone 'UTC'
     from tasker_task_namespaces where name = $2 on conflict do nothing`,
    named,
  );
  const rows = await db.query<{ task_id: number }>(
    `insert into tasker_tasks (named_task_id, requested_at, identity_hash, context, created_at, updated_at)
     select n.named_task_id, at.made, gen_random_uuid()::text, '{"order": 1}', at.made, at.made
     from tasker_named_tasks n
     join tasker_task_namespaces s on s.task_namespace_id = n.task_namespace_id
     cross join (select now() at time zone 'UTC' - make_interval(secs => $4) as made) at
     where n.name = $1 and s.name = $2 and n.version = $3
     returning task_id`,
    [...named, spec.created ?? 0],
  );
  const taskId = rows[0]?.task_id;
  if (taskId === undefined) throw new Error('the task was not inserted');
  return taskId;
}

async function insertSteps(
  db: Queryable,
  taskId: number,
  spec: TaskSpec,
  names: readonly string[],
): Promise<readonly number[]> {
  if (names.length === 0) return [];
  const steps = names.map((name) => stepRow(name, spec.steps?.[name] ?? {}, spec.created ?? 0));
  await db.query(
    `with system as (
       insert into tasker_dependent_systems (name, created_at, updated_at)
       values ('test_system', now() at time zone 'UTC', now() at time zone 'UTC')
       on conflict (name) do update set name = excluded.name returning dependent_system_id)
     insert into tasker_named_steps (dependent_system_id, name, created_at, updated_at)
     select system.dependent_system_id, n, now() at time zone 'UTC', now() at time zone 'UTC'
     from system, unnest($1::text[]) n on conflict do nothing`,
    [names],
  );
  const rows = await db.query<{ workflow_step_id: number }>(
    `insert into tasker_workflow_steps (task_id, named_step_id, retryable, retry_limit, in_process, processed,
       attempts, last_attempted_at, backoff_request_seconds, inputs, results, created_at, updated_at)
     select $1, n.named_step_id, s.retryable, s.retry_limit, s.in_process, s.processed, s.attempts,
       now() at time zone 'UTC' - make_interval(secs => s.attempted), s.backoff, '{}', '{}', made.at, made.at
     from rows from (jsonb_to_recordset($2::jsonb) as (name text, retryable boolean, retry_limit integer,
       in_process boolean, processed boolean, attempts integer, attempted double precision, backoff integer,
       created double precision)) with ordinality s
     join tasker_named_steps n on n.name = s.name
     join tasker_dependent_systems d on d.dependent_system_id = n.dependent_system_id and d.name = 'test_system'
     cross join lateral (select now() at time zone 'UTC' - make_interval(secs => s.created) as at) made
     order by s.ordinality
     returning workflow_step_id`,
    [taskId, JSON.stringify(steps)],
  );
  return rows.map((row) => row.workflow_step_id);
}

function stepRow(name: string, step: StepSpec, taskCreated: number): Readonly<Record<string, unknown>> {
  const isComplete = step.state === 'complete';
  const sinceFailure = step.state === 'error' ? (step.ago ?? 0) : null;
  return {
    name,
    retryable: step.retryable ?? true,
    retry_limit: step.limit === undefined ? 3 : step.limit,
    in_process: step.inProcess ?? false,
    processed: step.processed ?? isComplete,
    attempts: step.attempts === undefined ? Number(isComplete) : step.attempts,
    attempted: step.attempted ?? sinceFailure,
    backoff: step.backoff ?? null,
    created: step.created ?? taskCreated,
  };
}

async function insertTransitions(
  db: Queryable,
  owner: 'task' | 'workflow_step',
  id: number,
  history: readonly TransitionSpec[],
): Promise<void> {
  if (history.length === 0) return;
  await db.query(
    `insert into tasker_${owner}_transitions
       (${owner}_id, to_state, from_state, sort_key, most_recent, created_at, updated_at)
     select $1, h.state, coalesce(lag(h.state) over (order by h.place), 'pending'), h.place * 10,
       h.place = cardinality($2::text[]), made.at, made.at
     from unnest($2::text[], $3::double precision[]) with ordinality as h (state, ago, place)
     cross join lateral (select now() at time zone 'UTC' - make_interval(secs => h.ago) as at) made`,
    [id, history.map((t) => t.to), history.map((t) => t.ago ?? 0)],
  );
}
