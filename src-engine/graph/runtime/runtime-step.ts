/** What the run-time analysis is told of a task: readiness of its steps, one line about the whole, and the edges. */
import type { StepGraph } from '../step-graph.ts';

/** The columns of a readiness row that count here. */
export interface RuntimeStep {
  readonly workflow_step_id: number;
  readonly name: string;
  readonly current_state: string;
  readonly dependencies_satisfied: boolean;
  readonly retry_eligible: boolean;
  readonly ready_for_execution: boolean;
  readonly attempts: number;
  /** `null` counts as 3. */
  readonly retry_limit: number | null;
}

/** The columns of an execution context row that count here. */
export interface RuntimeContext {
  readonly total_steps: number;
  readonly pending_steps: number;
  readonly failed_steps: number;
  readonly ready_steps: number;
  readonly completion_percentage: number;
  readonly health_status: string;
}

/** Steps, graph and levels by the same positions. */
export interface RuntimeGraph {
  readonly steps: readonly RuntimeStep[];
  readonly graph: StepGraph;
  readonly order: readonly number[];
  readonly levels: readonly number[];
  readonly context: RuntimeContext;
}

const DEFAULT_RETRY_LIMIT = 3;

export function retryLimitOf({ retry_limit }: RuntimeStep): number {
  return retry_limit ?? DEFAULT_RETRY_LIMIT;
}

/** No attempt is left. */
export function isExhausted(step: RuntimeStep): boolean {
  return step.attempts >= retryLimitOf(step);
}

export function isFailed({ current_state }: RuntimeStep): boolean {
  return current_state === 'error';
}

export function isDone({ current_state }: RuntimeStep): boolean {
  return current_state === 'complete' || current_state === 'resolved_manually';
}

/** A share in percent with one decimal; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
