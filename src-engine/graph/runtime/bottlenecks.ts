/** The steps that hold others up, with Tasker's impact score. */
import type { Downstream } from './downstream.ts';
import type { RuntimeContext, RuntimeGraph, RuntimeStep } from './runtime-step.ts';
import { isExhausted, isFailed, percentOf, retryLimitOf } from './runtime-step.ts';
import type { SeverityLevel } from './weights.ts';
import { IMPACT, PENALTIES, SEVERITY_MULTIPLIERS, severityLevel } from './weights.ts';

const BOTTLENECKS_TOLD = 10;
/** Attempts from which a step counts as a candidate though nothing has failed. */
const MANY_ATTEMPTS = 2;

export interface Bottleneck {
  readonly step_id: number;
  readonly step_name: string;
  readonly current_state: string;
  readonly attempts: number;
  readonly retry_limit: number;
  readonly dependencies_satisfied: boolean;
  readonly downstream_steps_count: number;
  readonly blocked_downstream_count: number;
  readonly impact_score: number;
  readonly severity: SeverityLevel;
}

export interface Bottlenecks {
  readonly total_bottlenecks: number;
  readonly critical_bottlenecks: number;
  readonly total_blocked_steps: number;
  /** Up to ten, by falling impact. */
  readonly bottlenecks: readonly Bottleneck[];
  readonly task_health: string;
  readonly task_completion: number;
  readonly failed_steps_ratio: number;
  readonly overall_impact: 'None' | 'Low' | 'Medium' | 'High' | 'Severe';
}

/** `downstream` is by position, its marked steps those with unmet dependencies. */
export function bottlenecks(
  { steps, context }: RuntimeGraph,
  downstream: readonly Downstream[],
): Bottlenecks {
  const found = candidates(steps, context)
    .map((index) => bottleneck(steps[index], downstream[index]))
    .flatMap((one) => one ?? [])
    .toSorted((one, other) => other.impact_score - one.impact_score);
  return {
    total_bottlenecks: found.length,
    critical_bottlenecks: found.filter(({ severity }) => severity === 'Critical').length,
    total_blocked_steps: found.reduce((sum, one) => sum + one.blocked_downstream_count, 0),
    bottlenecks: found.slice(0, BOTTLENECKS_TOLD),
    task_health: context.health_status,
    task_completion: context.completion_percentage,
    failed_steps_ratio: percentOf(context.failed_steps, context.total_steps),
    overall_impact: overallImpact(found, context),
  };
}

/** Failed steps alone when there are any; else whatever waits, was tried often, or may not be tried again. */
function candidates(steps: readonly RuntimeStep[], context: RuntimeContext): readonly number[] {
  const allReady = context.pending_steps === 0 && context.ready_steps === context.total_steps;
  if (context.failed_steps === 0 && allReady) return [];
  const failed = context.failed_steps > 0 ? indexesWhere(steps, isFailed) : [];
  if (failed.length > 0) return failed;
  return indexesWhere(
    steps,
    (step) => !step.dependencies_satisfied || step.attempts >= MANY_ATTEMPTS || !step.retry_eligible,
  );
}

function indexesWhere(
  steps: readonly RuntimeStep[],
  holds: (step: RuntimeStep) => boolean,
): readonly number[] {
  return steps.flatMap((step, index) => (holds(step) ? index : []));
}

function bottleneck(
  step: RuntimeStep | undefined,
  downstream: Downstream | undefined,
): Bottleneck | undefined {
  if (step === undefined || downstream === undefined) return undefined;
  const impact_score = bottleneckImpact(step, downstream);
  return {
    step_id: step.workflow_step_id,
    step_name: step.name,
    current_state: step.current_state,
    attempts: step.attempts,
    retry_limit: retryLimitOf(step),
    dependencies_satisfied: step.dependencies_satisfied,
    downstream_steps_count: downstream.all,
    blocked_downstream_count: downstream.marked,
    impact_score,
    severity: severityLevel(impact_score),
  };
}

/** Steps behind times a factor for the state, plus penalties for retrying; a whole number. */
export function bottleneckImpact(step: RuntimeStep, downstream: Downstream): number {
  const base = downstream.all * IMPACT.downstream + downstream.marked * IMPACT.blocked;
  const penalties =
    step.attempts * PENALTIES.retryInstability +
    (step.retry_eligible ? 0 : PENALTIES.nonRetryable) +
    (isExhausted(step) ? PENALTIES.exhausted : 0);
  return Math.round(base * stateMultiplier(step) + penalties);
}

function stateMultiplier(step: RuntimeStep): number {
  if (isFailed(step))
    return SEVERITY_MULTIPLIERS.errorState + (isExhausted(step) ? SEVERITY_MULTIPLIERS.exhaustedBonus : 0);
  const waits = step.current_state === 'pending' && !step.dependencies_satisfied;
  return waits ? SEVERITY_MULTIPLIERS.dependencyIssue : 1;
}

function overallImpact(
  found: readonly Bottleneck[],
  { failed_steps, total_steps }: RuntimeContext,
): Bottlenecks['overall_impact'] {
  if (found.length === 0) return 'None';
  const critical = found.filter(({ severity }) => severity === 'Critical').length;
  const high = found.filter(({ severity }) => severity === 'High').length;
  if (critical >= 3 || failed_steps > Math.floor(total_steps / 2)) return 'Severe';
  if (critical >= 1 || high >= 3) return 'High';
  return high >= 1 || found.length >= 5 ? 'Medium' : 'Low';
}
