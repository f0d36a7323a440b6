/**
 * Tasker's analysis of a running task (orchestration reference, section 14) from one reading of its readiness. Pure,
 * and never exponential: paths are compared without being listed.
 */
import { levelsOf, topologicalOrder } from './levels.ts';
import type { Bottlenecks } from './runtime/bottlenecks.ts';
import { bottlenecks } from './runtime/bottlenecks.ts';
import type { CriticalPaths } from './runtime/critical-paths.ts';
import { criticalPaths } from './runtime/critical-paths.ts';
import { countDownstream } from './runtime/downstream.ts';
import type { ErrorChains } from './runtime/error-chains.ts';
import { errorChains } from './runtime/error-chains.ts';
import type { Parallelism } from './runtime/parallelism.ts';
import { parallelism } from './runtime/parallelism.ts';
import type { RuntimeContext, RuntimeStep } from './runtime/runtime-step.ts';
import { stepGraphOfEdges } from './step-graph.ts';

export interface RuntimeEdge {
  readonly from: number;
  readonly to: number;
}

export interface RuntimeAnalysis {
  readonly dependency_graph: {
    readonly nodes: readonly { readonly id: number; readonly name: string; readonly level: number }[];
    readonly edges: readonly (RuntimeEdge & { readonly from_name: string; readonly to_name: string })[];
  };
  readonly critical_paths: CriticalPaths;
  readonly parallelism_opportunities: Parallelism;
  readonly error_chains: ErrorChains;
  readonly bottlenecks: Bottlenecks;
}

/** Edges are by `workflow_step_id`; an edge with an end that is not among the steps is left out. */
export function analyzeRuntime(
  steps: readonly RuntimeStep[],
  edges: readonly RuntimeEdge[],
  context: RuntimeContext,
): RuntimeAnalysis {
  const position = new Map(steps.map(({ workflow_step_id }, index) => [workflow_step_id, index]));
  const known = edges.flatMap(({ from, to }) => {
    const [parent, child] = [position.get(from), position.get(to)];
    return parent === undefined || child === undefined ? [] : [[parent, child] as const];
  });
  const names = steps.map(({ name }) => name);
  const graph = stepGraphOfEdges(names, known);
  const order = topologicalOrder(graph);
  const levels = levelsOf(graph, order);
  const runtime = { steps, graph, order, levels, context };
  const blocked = steps.map((step) => !step.dependencies_satisfied);
  const downstream = countDownstream(graph, order, blocked);
  const ids = steps.map(({ workflow_step_id }) => workflow_step_id);
  return {
    dependency_graph: {
      nodes: ids.map((id, index) => ({ id, name: names[index] ?? '', level: levels[index] ?? 0 })),
      edges: known.map(([parent, child]) => ({
        from: ids[parent] ?? 0,
        to: ids[child] ?? 0,
        from_name: names[parent] ?? '',
        to_name: names[child] ?? '',
      })),
    },
    critical_paths: criticalPaths(runtime),
    parallelism_opportunities: parallelism(runtime),
    error_chains: errorChains(runtime, downstream),
    bottlenecks: bottlenecks(runtime, downstream),
  };
}
