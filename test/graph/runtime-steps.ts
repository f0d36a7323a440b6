/** Readiness rows to analyse: fresh by default, changed step by step. */
import type { RuntimeContext, RuntimeStep } from '../../src-engine/graph/runtime/runtime-step.ts';
import type { RuntimeAnalysis } from '../../src-engine/graph/runtime-analysis.ts';
import { analyzeRuntime } from '../../src-engine/graph/runtime-analysis.ts';
import type { GraphStep } from '../../src-engine/graph/step-graph.ts';

export type Changes = Readonly<Record<string, Partial<RuntimeStep>>>;

/** A step that nobody has tried, with nothing before it. */
export const FRESH: RuntimeStep = {
  workflow_step_id: 1,
  name: 'step',
  current_state: 'pending',
  dependencies_satisfied: true,
  retry_eligible: true,
  ready_for_execution: true,
  attempts: 0,
  retry_limit: 3,
};

export const FAILED: Partial<RuntimeStep> = {
  current_state: 'error',
  ready_for_execution: false,
  attempts: 1,
};

/** Step ids count from 101 in step order; steps with dependencies wait unless a change says otherwise. */
export function readinessOf(steps: readonly GraphStep[], changes: Changes = {}): readonly RuntimeStep[] {
  return steps.map(({ name, dependsOn }, index) => ({
    ...FRESH,
    workflow_step_id: 101 + index,
    name,
    dependencies_satisfied: dependsOn.length === 0,
    ready_for_execution: dependsOn.length === 0,
    ...changes[name],
  }));
}

/** Counts as the execution context function would for these rows; healthy unless a step failed. */
export function contextOf(steps: readonly RuntimeStep[]): RuntimeContext {
  const count = (state: string) => steps.filter(({ current_state }) => current_state === state).length;
  return {
    total_steps: steps.length,
    pending_steps: count('pending'),
    failed_steps: count('error'),
    ready_steps: steps.filter((step) => step.ready_for_execution).length,
    completion_percentage: steps.length === 0 ? 0 : (count('complete') / steps.length) * 100,
    health_status: count('error') > 0 ? 'recovering' : 'healthy',
  };
}

export function analyze(steps: readonly GraphStep[], changes: Changes = {}): RuntimeAnalysis {
  const rows = readinessOf(steps, changes);
  const ids = new Map(rows.map((row) => [row.name, row.workflow_step_id]));
  const edges = steps.flatMap(({ name, dependsOn }) =>
    dependsOn.map((parent) => ({ from: ids.get(parent) ?? 0, to: ids.get(name) ?? 0 })),
  );
  return analyzeRuntime(rows, edges, contextOf(rows));
}
