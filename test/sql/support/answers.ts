/** What the SQL functions answer, in the short forms the tests compare. */
import type { Queryable } from '../../../src-engine/store/database.ts';
import type { ProfileName } from '../../../src-engine/simulate/scenario.ts';

export const PROFILES: readonly ProfileName[] = ['documented', 'rails-1.0'];

/** A row of get_step_readiness_status; times as text in UTC. */
export interface ReadinessRow {
  readonly workflow_step_id: number;
  readonly task_id: number;
  readonly named_step_id: number;
  readonly name: string;
  readonly current_state: string;
  readonly dependencies_satisfied: boolean;
  readonly retry_eligible: boolean;
  readonly ready_for_execution: boolean;
  readonly last_failure_at: string | null;
  readonly next_retry_at: string | null;
  readonly total_parents: number;
  readonly completed_parents: number;
  readonly attempts: number;
  readonly retry_limit: number;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
}

export interface ContextRow {
  readonly task_id: number;
  readonly status: string;
  readonly total_steps: number;
  readonly pending_steps: number;
  readonly in_progress_steps: number;
  readonly completed_steps: number;
  readonly failed_steps: number;
  readonly ready_steps: number;
  readonly execution_status: string;
  readonly recommended_action: string;
  readonly completion_percentage: string;
  readonly health_status: string;
}

export async function readiness(db: Queryable, taskId: number): Promise<readonly ReadinessRow[]> {
  return db.query<ReadinessRow>('select * from get_step_readiness_status($1)', [taskId]);
}

/** The readiness row of one step, by name. */
export async function stepReadiness(db: Queryable, taskId: number, name: string): Promise<ReadinessRow> {
  const row = (await readiness(db, taskId)).find((step) => step.name === name);
  if (row === undefined) throw new Error(`no readiness row for ${name}`);
  return row;
}

/** Names of the ready steps, in id order. */
export async function ready(db: Queryable, taskId: number): Promise<readonly string[]> {
  return (await readiness(db, taskId)).filter((step) => step.ready_for_execution).map((step) => step.name);
}

/** `completed/total` parents by step name. */
export async function parentCounts(db: Queryable, taskId: number): Promise<Readonly<Record<string, string>>> {
  const rows = await readiness(db, taskId);
  return Object.fromEntries(rows.map((row) => [row.name, `${row.completed_parents}/${row.total_parents}`]));
}

export async function contextRow(db: Queryable, taskId: number): Promise<ContextRow> {
  const [row] = await db.query<ContextRow>('select * from get_task_execution_context($1)', [taskId]);
  if (row === undefined) throw new Error(`no context for task ${taskId}`);
  return row;
}

/** `total/pending/in progress/completed/failed/ready status action percent health`. */
export async function context(db: Queryable, taskId: number): Promise<string> {
  const row = await contextRow(db, taskId);
  const counts = [
    row.total_steps,
    row.pending_steps,
    row.in_progress_steps,
    row.completed_steps,
    row.failed_steps,
    row.ready_steps,
  ];
  return [
    counts.join('/'),
    row.execution_status,
    row.recommended_action,
    row.completion_percentage,
    row.health_status,
  ].join(' ');
}

/** The moment `seconds` after the fixed clock of the tests, as a zone-less column prints it. */
export function at(seconds: number): string {
  const moment = new Date(Date.UTC(2030, 0, 1, 12, 0, 0) + seconds * 1000);
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}
