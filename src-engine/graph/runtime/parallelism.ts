/** How many steps could run side by side, level by level. */
import { widthsOf } from '../levels.ts';
import type { RuntimeGraph, RuntimeStep } from './runtime-step.ts';
import { isDone, isFailed, percentOf } from './runtime-step.ts';

export interface LevelParallelism {
  readonly level: number;
  readonly total_steps: number;
  readonly ready_steps: number;
  readonly blocked_steps: number;
  readonly error_steps: number;
  readonly completed_steps: number;
  readonly step_names: readonly string[];
  readonly parallelism_potential: 'High' | 'Medium' | 'Low';
  /** High when more than half of the level (rounded down) is blocked. */
  readonly bottleneck_risk: 'High' | 'Low';
}

export interface Parallelism {
  readonly total_steps: number;
  readonly total_levels: number;
  readonly max_parallel_steps: number;
  readonly current_parallel_opportunities: number;
  readonly blocked_parallel_opportunities: number;
  readonly overall_completion: number;
  readonly levels: readonly LevelParallelism[];
  /** Share of the levels with more than one ready step, in percent with one decimal. */
  readonly parallelism_efficiency: number;
}

/** A task without steps has no levels and efficiency 0; upstream fails on it. */
export function parallelism({ steps, levels, context }: RuntimeGraph): Parallelism {
  const groups = widthsOf(levels).map((): RuntimeStep[] => []);
  for (const [index, step] of steps.entries()) groups[levels[index] ?? 0]?.push(step);
  const told = groups.map((group, level) => levelParallelism(level, group));
  return {
    total_steps: context.total_steps,
    total_levels: told.length,
    max_parallel_steps: told.reduce((most, { total_steps }) => Math.max(most, total_steps), 0),
    current_parallel_opportunities: context.ready_steps,
    blocked_parallel_opportunities: told.reduce((sum, { blocked_steps }) => sum + blocked_steps, 0),
    overall_completion: context.completion_percentage,
    levels: told,
    parallelism_efficiency: percentOf(told.filter(({ ready_steps }) => ready_steps > 1).length, told.length),
  };
}

function levelParallelism(level: number, steps: readonly RuntimeStep[]): LevelParallelism {
  const ready = steps.filter((step) => step.ready_for_execution).length;
  const blocked = steps.filter((step) => !step.dependencies_satisfied).length;
  return {
    level,
    total_steps: steps.length,
    ready_steps: ready,
    blocked_steps: blocked,
    error_steps: steps.filter(isFailed).length,
    completed_steps: steps.filter(isDone).length,
    step_names: steps.map(({ name }) => name),
    parallelism_potential: ready > 1 ? 'High' : ready === 1 ? 'Medium' : 'Low',
    bottleneck_risk: blocked > Math.floor(steps.length / 2) ? 'High' : 'Low',
  };
}
