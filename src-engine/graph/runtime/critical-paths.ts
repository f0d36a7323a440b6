/** The root-to-leaf paths that deserve attention first, scored as Tasker scores them. */
import type { RuntimeContext, RuntimeGraph, RuntimeStep } from './runtime-step.ts';
import { isDone, isExhausted, isFailed, percentOf } from './runtime-step.ts';
import { bestWays, countWays } from './best-ways.ts';
import { DURATIONS, IMPACT } from './weights.ts';

const PATHS_TOLD = 5;
/** How far a task that is nearly done lowers its scores. */
const COMPLETION_DISCOUNT = 0.3;
const POINTS_PER_MINUTE = 2;

export interface PathBottleneck {
  readonly step_id: number;
  readonly step_name: string;
  readonly severity: number;
  /** Steps that follow on the same path. */
  readonly blocks: number;
}

export interface ScoredPath {
  readonly path: readonly number[];
  readonly length: number;
  readonly step_names: readonly string[];
  readonly completed_steps: number;
  readonly blocked_steps: number;
  readonly error_steps: number;
  readonly retry_steps: number;
  readonly ready_steps: number;
  /** Seconds. */
  readonly estimated_duration: number;
  readonly bottlenecks: readonly PathBottleneck[];
  readonly criticality_score: number;
  readonly completion_percentage: number;
}

export interface CriticalPaths {
  readonly total_paths: number;
  /** Steps of the longest path; upstream tells the length of the highest-scored one under this name. */
  readonly longest_path_length: number;
  /** Up to five, by falling score. */
  readonly paths: readonly ScoredPath[];
  readonly root_nodes: readonly number[];
  readonly leaf_nodes: readonly number[];
}

/** Scores every path and tells the first five. A score is a sum over steps, so paths need not be listed to compare. */
export function criticalPaths({ steps, graph, order, levels, context }: RuntimeGraph): CriticalPaths {
  const factor = healthFactor(context);
  const weights = steps.map((step) => rawScore([step], factor));
  const ids = steps.map(({ workflow_step_id }) => workflow_step_id);
  return {
    total_paths: countWays(graph, order),
    longest_path_length: order.reduce((longest, index) => Math.max(longest, (levels[index] ?? 0) + 1), 0),
    paths: bestWays(graph, order, weights, PATHS_TOLD).map((way) =>
      scorePath(
        way.flatMap((index) => steps[index] ?? []),
        context,
      ),
    ),
    root_nodes: ids.filter((_, index) => graph.parents[index]?.length === 0),
    leaf_nodes: ids.filter((_, index) => graph.children[index]?.length === 0),
  };
}

function scorePath(path: readonly RuntimeStep[], context: RuntimeContext): ScoredPath {
  const counts = countsOf(path);
  const raw = rawScore(path, healthFactor(context));
  const discount = 1 - (context.completion_percentage / 100) * COMPLETION_DISCOUNT;
  return {
    path: path.map(({ workflow_step_id }) => workflow_step_id),
    length: path.length,
    step_names: path.map(({ name }) => name),
    ...counts,
    estimated_duration: durationOf(path),
    bottlenecks: bottlenecksOn(path),
    criticality_score: Math.max(0, raw * discount),
    completion_percentage: percentOf(counts.completed_steps, path.length),
  };
}

function rawScore(path: readonly RuntimeStep[], healthFactor: number): number {
  const counts = countsOf(path);
  return (
    path.length * IMPACT.pathLength -
    counts.completed_steps * IMPACT.completedPenalty +
    counts.blocked_steps * IMPACT.blockedPenalty * healthFactor +
    counts.error_steps * IMPACT.errorPenalty * healthFactor +
    counts.retry_steps * IMPACT.retryPenalty +
    (durationOf(path) / 60) * POINTS_PER_MINUTE
  );
}

function healthFactor({ health_status }: RuntimeContext): number {
  return health_status === 'healthy' ? 1 : 1.5;
}

function countsOf(path: readonly RuntimeStep[]) {
  const count = (holds: (step: RuntimeStep) => boolean): number => path.filter(holds).length;
  return {
    completed_steps: count(isDone),
    blocked_steps: count((step) => !step.dependencies_satisfied),
    error_steps: count(isFailed),
    retry_steps: count((step) => isFailed(step) && step.attempts > 0),
    ready_steps: count((step) => step.ready_for_execution),
  };
}

function durationOf(path: readonly RuntimeStep[]): number {
  return path.reduce(
    (seconds, step) =>
      seconds +
      DURATIONS.baseStep +
      (isFailed(step) ? DURATIONS.errorPenalty : 0) +
      step.attempts * DURATIONS.retryPenalty,
    0,
  );
}

function bottlenecksOn(path: readonly RuntimeStep[]): readonly PathBottleneck[] {
  return path
    .flatMap((step, index) =>
      step.dependencies_satisfied && !isFailed(step)
        ? []
        : {
            step_id: step.workflow_step_id,
            step_name: step.name,
            severity: pathSeverity(step),
            blocks: path.length - index - 1,
          },
    )
    .toSorted((one, other) => other.severity - one.severity);
}

/** How much a blocked or failed step weighs on its path. */
export function pathSeverity(step: RuntimeStep): number {
  return (
    (isFailed(step) ? 10 : 0) +
    step.attempts * 5 +
    (isExhausted(step) ? 20 : 0) +
    (step.dependencies_satisfied ? 0 : 5)
  );
}
