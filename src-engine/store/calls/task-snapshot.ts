/** One task as it is at a moment, read with one call: columns, readiness, parents and transitions of every step. */
import type { StepState, TaskState } from '../../run/state-machine.ts';
import type { Json } from '../../template/template.ts';
import type { Queryable } from '../database.ts';
import type { FilledRow } from './filled-row.ts';
import type { GetStepReadinessStatusRow } from '../rows.generated.ts';
import type { TaskContext } from './workbench-calls.ts';

/** A row of get_step_readiness_status as it crosses inside JSON: times as `2030-01-01T00:00:00.25`, UTC. */
export type ReadinessRow = Omit<
  FilledRow<
    GetStepReadinessStatusRow,
    'last_failure_at' | 'next_retry_at' | 'backoff_request_seconds' | 'last_attempted_at'
  >,
  'current_state'
> & { readonly current_state: StepState };

export interface TransitionRow<State> {
  readonly to: State;
  readonly at: string;
}

export interface StepSnapshot {
  readonly readiness: ReadinessRow;
  readonly processed: boolean;
  readonly retryable: boolean;
  readonly in_process: boolean;
  readonly results: Json;
  readonly parents: readonly number[];
  readonly transitions: readonly TransitionRow<StepState>[];
}

export interface TaskSnapshot {
  readonly task_id: number;
  readonly complete: boolean;
  readonly created_at: string;
  readonly context: TaskContext;
  readonly transitions: readonly TransitionRow<TaskState>[];
  readonly steps: readonly StepSnapshot[];
}

/** The task at virtual time `at` (`YYYY-MM-DD HH:MM:SS.mmm`, UTC); null for an unknown task. */
export async function taskSnapshot(db: Queryable, taskId: number, at: string): Promise<TaskSnapshot | null> {
  const rows = await db.query<{ snapshot: TaskSnapshot | null }>(
    'select workbench.task_snapshot($1::bigint, $2) as snapshot',
    [taskId, at],
  );
  const snapshot = rows[0]?.snapshot ?? null;
  if (snapshot === null) return null;
  return {
    ...snapshot,
    steps: snapshot.steps.map((step) => ({ ...step, readiness: filled(step.readiness) })),
  };
}

/** The first version of the shipped functions answers null where attempts are null (SQL function reference, section 3.7). */
function filled(row: { readonly [Column in keyof ReadinessRow]: ReadinessRow[Column] | null }): ReadinessRow {
  const known = row as ReadinessRow;
  return {
    ...known,
    attempts: row.attempts ?? 0,
    retry_limit: row.retry_limit ?? 3,
    retry_eligible: row.retry_eligible ?? false,
    ready_for_execution: row.ready_for_execution ?? false,
  };
}
