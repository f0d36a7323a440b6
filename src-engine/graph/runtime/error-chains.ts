/** What each failed step drags along, and which to repair first. */
import type { Downstream } from './downstream.ts';
import type { RuntimeGraph, RuntimeStep } from './runtime-step.ts';
import { isExhausted, isFailed, percentOf, retryLimitOf } from './runtime-step.ts';
import type { SeverityLevel } from './weights.ts';
import { IMPACT, PENALTIES, severityLevel } from './weights.ts';

const PRIORITIES_TOLD = 3;

export interface ErrorChain {
  readonly error_step_id: number;
  readonly error_step_name: string;
  readonly error_attempts: number;
  readonly retry_limit: number;
  readonly exhausted: boolean;
  readonly remaining_attempts: number;
  readonly blocked_downstream_steps: number;
  readonly total_downstream_steps: number;
  readonly total_impact: number;
}

export interface ErrorChains {
  readonly total_error_steps: number;
  readonly error_percentage: number;
  readonly total_blocked_by_errors: number;
  readonly most_critical_error: ErrorChain | null;
  /** By falling impact. */
  readonly error_chains: readonly ErrorChain[];
  /** The first three. */
  readonly recovery_priority: readonly {
    readonly step_name: string;
    readonly priority_level: SeverityLevel;
  }[];
  readonly task_health: string;
}

/** `downstream` is by position, its marked steps those with unmet dependencies. */
export function errorChains(
  { steps, context }: RuntimeGraph,
  downstream: readonly Downstream[],
): ErrorChains {
  const chains = steps
    .flatMap((step, index) => (isFailed(step) ? errorChain(step, downstream[index]) : []))
    .toSorted((one, other) => other.total_impact - one.total_impact);
  return {
    total_error_steps: context.failed_steps,
    error_percentage: percentOf(context.failed_steps, context.total_steps),
    total_blocked_by_errors: chains.reduce((sum, chain) => sum + chain.blocked_downstream_steps, 0),
    most_critical_error: chains[0] ?? null,
    error_chains: chains,
    recovery_priority: chains.slice(0, PRIORITIES_TOLD).map((chain) => ({
      step_name: chain.error_step_name,
      priority_level: severityLevel(chain.total_impact),
    })),
    task_health: context.health_status,
  };
}

function errorChain(step: RuntimeStep, { all, marked }: Downstream = { all: 0, marked: 0 }): ErrorChain {
  const exhausted = isExhausted(step);
  return {
    error_step_id: step.workflow_step_id,
    error_step_name: step.name,
    error_attempts: step.attempts,
    retry_limit: retryLimitOf(step),
    exhausted,
    remaining_attempts: Math.max(0, retryLimitOf(step) - step.attempts),
    blocked_downstream_steps: marked,
    total_downstream_steps: all,
    total_impact:
      marked * IMPACT.blocked +
      all * IMPACT.downstream +
      (exhausted ? PENALTIES.exhausted : 0) +
      step.attempts * PENALTIES.retryInstability,
  };
}
