/**
 * One thin typed call per function of schema `workbench`: named arguments, no logic.
 * Times go in as `YYYY-MM-DD HH:MM:SS.mmm` text in UTC (`sqlTime`) and come out as the text PostgreSQL prints.
 */
import type { Json, JsonObject } from '../../template/template.ts';
import type { RowChange } from '../../run/effects.ts';
import type { StepState, TaskState } from '../../run/state-machine.ts';
import type { Queryable } from '../database.ts';
import type { FilledRow } from './filled-row.ts';
import type {
  CreateTasksRow,
  GetTaskExecutionContextRow,
  TransitionStepsRow,
  TransitionTasksRow,
} from '../rows.generated.ts';

export interface TemplateRows {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly steps: readonly {
    readonly name: string;
    readonly system: string;
    readonly retryable: boolean;
    readonly retry_limit: number;
    readonly skippable: boolean;
  }[];
  /** Parent and child as positions in `steps`. */
  readonly edges: readonly (readonly [number, number])[];
}

export interface TaskRequestRow {
  readonly at: string;
  readonly context: JsonObject;
  readonly initiator: string;
  readonly source_system: string;
  readonly reason: string;
  readonly tags: readonly string[];
  readonly bypass_steps: readonly string[];
  /** Null: a random UUID, so that duplicates are never detected. */
  readonly identity_hash: string | null;
}

export type CreatedTask = FilledRow<CreateTasksRow>;

export interface StepChange {
  readonly step: number;
  readonly to: StepState;
  readonly sources: readonly StepState[];
  readonly at: string;
  /** Replaces the results; absent keeps them. */
  readonly results?: Json;
  /** Merged into the results of a failed attempt. */
  readonly error?: JsonObject;
  /** Explicit wait to store in seconds; -1 clears it; absent keeps what is stored. */
  readonly wait?: number;
  readonly retryable?: boolean;
}

export type StepChanged = Omit<
  FilledRow<TransitionStepsRow, 'last_attempted_at' | 'processed_at'>,
  'from_state' | 'results'
> & { readonly from_state: StepState; readonly results: Json };

export interface TaskChange {
  readonly task: number;
  readonly to: TaskState;
  readonly sources: readonly TaskState[];
  readonly at: string;
  readonly metadata?: JsonObject;
  /** Step states that count as finished for the guard of → complete. */
  readonly finished?: readonly StepState[];
}

export type TaskChanged = Omit<FilledRow<TransitionTasksRow>, 'from_state'> & {
  readonly from_state: TaskState;
};

export interface ReadyAsk {
  readonly task: number;
  readonly at: string;
  /** Steps that ended since the last question: their children are looked at first; null looks at every step. */
  readonly finished: readonly number[] | null;
  readonly retrying: readonly number[];
}

/** A row of get_task_execution_context; the percentage is a number, because the row crosses as JSON. */
export type TaskContext = Omit<FilledRow<GetTaskExecutionContextRow>, 'status' | 'completion_percentage'> & {
  readonly status: TaskState;
  readonly completion_percentage: number;
};

export interface RetryWait {
  readonly step: number;
  readonly state: StepState;
  readonly attempts: number;
  readonly next_retry_at: string;
}

export interface ContextAnswer {
  readonly context: TaskContext | null;
  readonly waits: readonly RetryWait[];
}

export interface EventRow {
  readonly run: number;
  readonly seq: number;
  /** ISO-8601, UTC. */
  readonly at: string;
  readonly name: string;
  readonly payload: unknown;
}

export async function createTasks(
  db: Queryable,
  template: TemplateRows,
  requests: readonly TaskRequestRow[],
): Promise<readonly CreatedTask[]> {
  return db.query('select task_id, step_ids from workbench.create_tasks($1::jsonb, $2::jsonb)', [
    JSON.stringify(template),
    JSON.stringify(requests),
  ]);
}

export async function transitionSteps(
  db: Queryable,
  changes: readonly StepChange[],
): Promise<readonly StepChanged[]> {
  return db.query('select * from workbench.transition_steps($1::jsonb)', [JSON.stringify(changes)]);
}

export async function transitionTasks(
  db: Queryable,
  changes: readonly TaskChange[],
): Promise<readonly TaskChanged[]> {
  return db.query('select * from workbench.transition_tasks($1::jsonb)', [JSON.stringify(changes)]);
}

export async function readySteps(
  db: Queryable,
  asks: readonly ReadyAsk[],
): Promise<readonly (readonly number[])[]> {
  const rows = await db.query<{ step_ids: number[] }>(
    'select step_ids from workbench.ready_steps($1::jsonb)',
    [JSON.stringify(asks)],
  );
  return rows.map((row) => row.step_ids);
}

export async function taskContexts(
  db: Queryable,
  asks: readonly { readonly task: number; readonly at: string }[],
): Promise<readonly ContextAnswer[]> {
  return db.query('select context, waits from workbench.task_contexts($1::jsonb)', [JSON.stringify(asks)]);
}

export async function stepResults(db: Queryable, stepIds: readonly number[]): Promise<readonly Json[]> {
  const rows = await db.query<{ results: Json }>('select results from workbench.step_results($1::bigint[])', [
    stepIds,
  ]);
  return rows.map((row) => row.results);
}

export async function resetAttempts(db: Queryable, stepIds: readonly number[], at: string): Promise<void> {
  await db.query('select workbench.reset_attempts($1::bigint[], $2::timestamp)', [stepIds, at]);
}

/** Changes a row as somebody with a console would. */
export async function amendRow(db: Queryable, change: RowChange): Promise<void> {
  if (change.what === 'retry_limit') {
    const { step, limit, at } = change;
    await db.query('select workbench.set_retry_limit($1::bigint, $2::int, $3::timestamp)', [step, limit, at]);
    return;
  }
  const { task, context, at } = change;
  const params = [task, JSON.stringify(context), at];
  await db.query('select workbench.set_context($1::bigint, $2::jsonb, $3::timestamp)', params);
}

export async function appendEvents(db: Queryable, events: readonly EventRow[]): Promise<void> {
  await db.query('select workbench.append_events($1::bigint[], $2::int[], $3::text[], $4::text[], $5)', [
    events.map(({ run }) => run),
    events.map(({ seq }) => seq),
    // PostgreSQL would read the Z as a zone and drop it all the same.
    events.map(({ at }) => at.slice(0, -1)),
    events.map(({ name }) => name),
    events.map(({ payload }) => JSON.stringify(payload)).join('\n'),
  ]);
}

/** One run a task, seeds counting up from `seed`; returns the run ids in the order of the tasks. */
export async function createRuns(
  db: Queryable,
  runs: {
    readonly taskIds: readonly number[];
    readonly profile: string;
    readonly seed: number;
    readonly template: unknown;
    readonly scenario: unknown;
    readonly at: string;
  },
): Promise<readonly number[]> {
  const rows = await db.query<{ run_ids: readonly number[] }>(
    'select workbench.create_runs($1::bigint[], $2, $3::bigint, $4::json, $5::json, $6::timestamp) as run_ids',
    [
      runs.taskIds,
      runs.profile,
      runs.seed,
      JSON.stringify(runs.template),
      JSON.stringify(runs.scenario),
      runs.at,
    ],
  );
  return rows[0]?.run_ids ?? [];
}

/** Empties the sandbox and restarts all ids at 1, so that a run can be repeated to the same log byte for byte. */
export async function resetSandbox(db: Queryable): Promise<void> {
  await db.query('select workbench.reset_sandbox()');
}
