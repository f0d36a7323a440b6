/**
 * What the steps of a template depend on, in the form Tasker's template analysis publishes (template reference,
 * section 10). One difference: a dependency on a name that no step has is reported, where upstream breaks off.
 */
import { findIndexCycles } from './cycles.ts';
import { levelsOf, topologicalOrder, widthsOf } from './levels.ts';
import type { GraphStep, StepGraph, UnknownDependency } from './step-graph.ts';
import { buildStepGraph } from './step-graph.ts';

export interface AnalysisStep extends GraphStep {
  readonly description?: string;
  readonly handlerClass?: string;
  /** The dependency written as `depends_on_step`; absent when only the list was used. */
  readonly dependsOnStep?: string;
}

export interface TemplateNode {
  readonly name: string;
  readonly description: string;
  readonly handler_class: string;
  /** As written, without repeats; unknown names included. */
  readonly dependencies: readonly string[];
  readonly dependency_count: number;
}

export interface TemplateEdge {
  readonly from: string;
  readonly to: string;
  readonly type: 'single' | 'multiple';
}

export interface TemplateAnalysis {
  readonly nodes: readonly TemplateNode[];
  /** Only between steps that exist. */
  readonly edges: readonly TemplateEdge[];
  /** Empty when there is a cycle. */
  readonly topology: readonly string[];
  readonly cycles: readonly (readonly string[])[];
  /** Longest way from a root, by step name, in the order of `topology`; empty when there is a cycle. */
  readonly levels: ReadonlyMap<string, number>;
  readonly roots: readonly string[];
  readonly leaves: readonly string[];
  readonly unknown_dependencies: readonly UnknownDependency[];
  readonly summary: TemplateSummary;
}

export interface TemplateSummary {
  readonly total_steps: number;
  readonly total_dependencies: number;
  readonly has_cycles: boolean;
  readonly max_depth: number;
  /** Steps on the widest level, never below 1. */
  readonly parallel_branches: number;
}

/** Analyses the steps of a template; whatever is wrong with them is part of the answer. */
export function analyzeTemplate(steps: readonly AnalysisStep[]): TemplateAnalysis {
  const graph = buildStepGraph(steps);
  const cycles = namesOf(graph, findIndexCycles(graph.parents));
  const order = cycles.length === 0 ? topologicalOrder(graph) : [];
  const allLevels = levelsOf(graph, order);
  const levels = new Map(order.map((index) => [graph.names[index] ?? '', allLevels[index] ?? 0]));
  const edges = edgesOf(steps, graph);
  const widths = widthsOf(order.map((index) => allLevels[index] ?? 0));
  return {
    nodes: steps.map(nodeOf),
    edges,
    topology: order.map((index) => graph.names[index] ?? ''),
    cycles,
    levels,
    roots: graph.names.filter((_, index) => graph.parents[index]?.length === 0),
    leaves: graph.names.filter((_, index) => graph.children[index]?.length === 0),
    unknown_dependencies: graph.unknown,
    summary: {
      total_steps: steps.length,
      total_dependencies: edges.length,
      has_cycles: cycles.length > 0,
      max_depth: Math.max(0, widths.length - 1),
      parallel_branches: widths.reduce((widest, width) => Math.max(widest, width), 1),
    },
  };
}

function namesOf({ names }: StepGraph, cycles: readonly (readonly number[])[]): readonly string[][] {
  return cycles.map((cycle) => cycle.map((index) => names[index] ?? ''));
}

function nodeOf({ name, description, handlerClass, dependsOn }: AnalysisStep): TemplateNode {
  const dependencies = [...new Set(dependsOn)];
  return {
    name,
    description: description ?? name,
    handler_class: handlerClass ?? '',
    dependencies,
    dependency_count: dependencies.length,
  };
}

function edgesOf(steps: readonly AnalysisStep[], { names, parents }: StepGraph): readonly TemplateEdge[] {
  return steps.flatMap((step, index) =>
    (parents[index] ?? []).map((parent) => {
      const from = names[parent] ?? '';
      return { from, to: step.name, type: from === step.dependsOnStep ? 'single' : 'multiple' } as const;
    }),
  );
}
