import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeRuntime } from '../../src-engine/graph/runtime-analysis.ts';
import type { GraphStep } from '../../src-engine/graph/step-graph.ts';
import { chain, graphs, stepsOf } from './graphs.ts';
import { analyze, contextOf, FAILED, FRESH } from './runtime-steps.ts';

const LINEAR = stepsOf({
  initialize_data: [],
  validate_input: ['initialize_data'],
  process_data: ['validate_input'],
  transform_results: ['process_data'],
  validate_output: ['transform_results'],
  finalize_workflow: ['validate_output'],
});

describe('run-time analysis', () => {
  test('G-11: the single path of a fresh linear task', () => {
    const { critical_paths } = analyze(LINEAR);
    expect(critical_paths).toMatchObject({
      total_paths: 1,
      longest_path_length: 6,
      root_nodes: [101],
      leaf_nodes: [106],
    });
    expect(critical_paths.paths[0]).toMatchObject({
      path: [101, 102, 103, 104, 105, 106],
      length: 6,
      estimated_duration: 180,
      blocked_steps: 5,
      ready_steps: 1,
      completed_steps: 0,
      criticality_score: 191,
      completion_percentage: 0,
    });
  });

  test('G-11: failures and retries add to score and duration, completion takes away', () => {
    const { critical_paths } = analyze(LINEAR, {
      initialize_data: { current_state: 'complete', ready_for_execution: false, attempts: 1 },
      validate_input: { ...FAILED, dependencies_satisfied: true },
    });
    const duration = 6 * 30 + 60 + 2 * 30;
    const raw = 60 - 15 + 4 * 25 * 1.5 + 30 * 1.5 + 10 + (duration / 60) * 2;
    expect(critical_paths.paths[0]?.estimated_duration).toBe(duration);
    expect(critical_paths.paths[0]?.criticality_score).toBeCloseTo(raw * (1 - 0.3 / 6), 9);
    expect(critical_paths.paths[0]?.completion_percentage).toBe(16.7);
  });

  test('a score is never below zero', () => {
    const done = { current_state: 'complete', ready_for_execution: false, dependencies_satisfied: true };
    const { critical_paths } = analyze(stepsOf({ a: [] }), { a: { ...done, attempts: 0 } });
    expect(critical_paths.paths[0]?.criticality_score).toBe(0);
  });

  test('the graph is told with ids, names and levels; edges to strangers are left out', () => {
    const { dependency_graph } = analyze(stepsOf({ a: [], b: ['a'], c: ['b', 'nobody'] }));
    expect(dependency_graph.nodes.at(-1)).toEqual({ id: 103, name: 'c', level: 2 });
    expect(dependency_graph.edges).toEqual([
      { from: 101, to: 102, from_name: 'a', to_name: 'b' },
      { from: 102, to: 103, from_name: 'b', to_name: 'c' },
    ]);
  });

  test('a task without steps has nothing in every section', () => {
    const result = analyzeRuntime([], [], contextOf([]));
    expect(result.critical_paths).toMatchObject({ total_paths: 0, longest_path_length: 0, paths: [] });
    expect(result.parallelism_opportunities).toMatchObject({ total_levels: 0, parallelism_efficiency: 0 });
    expect(result.error_chains).toMatchObject({ error_percentage: 0, most_critical_error: null });
    expect(result.bottlenecks).toMatchObject({ failed_steps_ratio: 0, overall_impact: 'None' });
  });
});

describe('size', () => {
  test('30 layers of 8 steps have more paths than can be counted, and five are told', () => {
    const { critical_paths, bottlenecks } = analyze(layers(30, 8));
    expect(critical_paths).toMatchObject({ total_paths: Number.MAX_SAFE_INTEGER, longest_path_length: 30 });
    expect(critical_paths.paths).toHaveLength(5);
    expect(bottlenecks.bottlenecks[0]).toMatchObject({ downstream_steps_count: 28 * 8 });
  });

  test('a chain of 5,000 steps', () => {
    const { critical_paths, parallelism_opportunities, bottlenecks } = analyze(chain(5000));
    expect(critical_paths).toMatchObject({ total_paths: 1, longest_path_length: 5000 });
    expect(parallelism_opportunities).toMatchObject({ total_levels: 5000, max_parallel_steps: 1 });
    expect(bottlenecks.total_blocked_steps).toBe((4998 * 4999) / 2);
  });
});

test('the five paths are the five of highest score, as when every path is listed', () => {
  const states = fc.array(fc.constantFrom('pending', 'error', 'complete'), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(graphs({ acyclic: true }), states, (steps, names) => {
      const rows = Object.fromEntries(
        names.map((current_state, index) => [`s${index}`, { current_state, attempts: index % 3 }]),
      );
      const { critical_paths } = analyze(steps, rows);
      const ways = waysOf(steps);
      const scores = ways.map((way) => scoreOf(steps, way, rows)).sort((one, other) => other - one);
      expect(critical_paths.total_paths).toBe(ways.length);
      expect(critical_paths.longest_path_length).toBe(Math.max(0, ...ways.map((way) => way.length)));
      expect(critical_paths.paths).toHaveLength(Math.min(5, ways.length));
      for (const [index, path] of critical_paths.paths.entries())
        expect(path.criticality_score).toBeCloseTo(scores[index] ?? Number.NaN, 6);
      expect(new Set(critical_paths.paths.map(({ path }) => path.join())).size).toBe(
        critical_paths.paths.length,
      );
    }),
  );
});

function layers(count: number, width: number): readonly GraphStep[] {
  const layer = (at: number) => Array.from({ length: width }, (_, index) => `l${at}.${index}`);
  return Array.from({ length: count }, (_, at) =>
    layer(at).map((name) => ({ name, dependsOn: at === 0 ? [] : layer(at - 1) })),
  ).flat();
}

/** Naive: lists every root-to-leaf way. */
function waysOf(steps: readonly GraphStep[]): readonly string[][] {
  const from = (name: string): string[][] => {
    const children = steps.filter(({ dependsOn }) => dependsOn.includes(name));
    if (children.length === 0) return [[name]];
    return children.flatMap((child) => from(child.name)).map((way) => [name, ...way]);
  };
  return steps.filter(({ dependsOn }) => dependsOn.length === 0).flatMap(({ name }) => from(name));
}

function scoreOf(
  steps: readonly GraphStep[],
  way: readonly string[],
  rows: Readonly<Record<string, { readonly current_state: string; readonly attempts: number }>>,
): number {
  const states = steps.map(({ name }) => rows[name]?.current_state);
  const factor = states.includes('error') ? 1.5 : 1;
  const completion = states.filter((state) => state === 'complete').length / steps.length;
  let score = 0;
  for (const name of way) {
    const { current_state, attempts } = rows[name] ?? FRESH;
    const failed = current_state === 'error';
    score += 10 + (30 + (failed ? 60 : 0) + attempts * 30) / 30;
    if (current_state === 'complete') score -= 15;
    if (steps.some((step) => step.name === name && step.dependsOn.length > 0)) score += 25 * factor;
    if (failed) score += 30 * factor + (attempts > 0 ? 10 : 0);
  }
  return Math.max(0, score * (1 - completion * 0.3));
}
