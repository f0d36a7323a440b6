/** The scores of the run-time analysis: severity, parallelism, bottlenecks and error chains. */
import { describe, expect, test } from 'vitest';
import { bottleneckImpact } from '../../src-engine/graph/runtime/bottlenecks.ts';
import { pathSeverity } from '../../src-engine/graph/runtime/critical-paths.ts';
import type { RuntimeStep } from '../../src-engine/graph/runtime/runtime-step.ts';
import * as weights from '../../src-engine/graph/runtime/weights.ts';
import { stepsOf } from './graphs.ts';
import { analyze, FAILED, FRESH } from './runtime-steps.ts';

const FAN = stepsOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] });
const failed = (change: Partial<RuntimeStep> = {}): RuntimeStep => ({ ...FRESH, ...FAILED, ...change });

describe('G-12: severity of a step on a path', () => {
  test.each<[number, RuntimeStep]>([
    [5, { ...FRESH, dependencies_satisfied: false }],
    [10 + 5, failed()],
    [10 + 3 * 5 + 20, failed({ attempts: 3 })],
    [10 + 2 * 5 + 20 + 5, failed({ attempts: 2, retry_limit: 2, dependencies_satisfied: false })],
    [10 + 3 * 5 + 20, failed({ attempts: 3, retry_limit: null })],
  ])('%i', (severity, step) => {
    expect(pathSeverity(step)).toBe(severity);
  });

  test('blocked and failed steps of a path are told, the worst first, with what follows them', () => {
    const [path] = analyze(FAN, { b: { ...FAILED, dependencies_satisfied: true } }).critical_paths.paths;
    expect(path?.bottlenecks).toEqual([
      { step_id: 102, step_name: 'b', severity: 15, blocks: 1 },
      { step_id: 104, step_name: 'd', severity: 5, blocks: 0 },
    ]);
  });
});

describe('G-12: parallelism', () => {
  test('potential of a level with more than one, one and no ready step; efficiency with one decimal', () => {
    const done = { current_state: 'complete', ready_for_execution: false, attempts: 1 };
    const open = { dependencies_satisfied: true, ready_for_execution: true };
    const { parallelism_opportunities: result } = analyze(FAN, { a: done, b: open, c: open });
    expect(result.levels.map((level) => level.parallelism_potential)).toEqual(['Low', 'High', 'Low']);
    expect(result.levels.map((level) => level.bottleneck_risk)).toEqual(['Low', 'Low', 'High']);
    expect(result.levels[1]?.step_names).toEqual(['b', 'c']);
    expect(result).toMatchObject({
      total_steps: 4,
      total_levels: 3,
      max_parallel_steps: 2,
      current_parallel_opportunities: 2,
      blocked_parallel_opportunities: 1,
      overall_completion: 25,
      parallelism_efficiency: 33.3,
    });
    expect(analyze(FAN).parallelism_opportunities.levels[0]?.parallelism_potential).toBe('Medium');
  });
});

describe('K-3: weights', () => {
  test('are the published defaults', () => {
    expect(weights.IMPACT).toEqual({
      downstream: 5,
      blocked: 15,
      pathLength: 10,
      completedPenalty: 15,
      blockedPenalty: 25,
      errorPenalty: 30,
      retryPenalty: 10,
    });
    expect(weights.SEVERITY_MULTIPLIERS).toEqual({
      errorState: 2,
      exhaustedBonus: 0.5,
      dependencyIssue: 1.2,
    });
    expect(weights.PENALTIES).toEqual({ retryInstability: 3, nonRetryable: 10, exhausted: 20 });
    expect(weights.SEVERITY_THRESHOLDS).toEqual({ critical: 100, high: 50, medium: 20 });
    expect(weights.DURATIONS).toEqual({ baseStep: 30, errorPenalty: 60, retryPenalty: 30 });
  });

  test.each([
    [100, 'Critical'],
    [99, 'High'],
    [50, 'High'],
    [49, 'Medium'],
    [20, 'Medium'],
    [19, 'Low'],
  ])('impact %i is %s', (score, level) => {
    expect(weights.severityLevel(score)).toBe(level);
  });

  test.each<[number, RuntimeStep]>([
    [55, FRESH],
    [Math.round(55 * 1.2), { ...FRESH, dependencies_satisfied: false }],
    [55 * 2 + 3, failed()],
    [Math.round(55 * 2.5 + 3 * 3 + 10 + 20), failed({ attempts: 3, retry_eligible: false })],
    [
      55 + 10,
      { ...FRESH, current_state: 'in_progress', dependencies_satisfied: false, retry_eligible: false },
    ],
  ])('K-3: impact %i with 5 steps behind, 2 of them blocked', (impact, step) => {
    expect(bottleneckImpact(step, { all: 5, marked: 2 })).toBe(impact);
  });
});

describe('bottlenecks and error chains', () => {
  test('failed steps alone count while there are any', () => {
    const { bottlenecks, error_chains } = analyze(FAN, {
      a: { ...FAILED, attempts: 3, retry_eligible: false },
    });
    const impact = Math.round((3 * 5 + 3 * 15) * 2.5 + 9 + 10 + 20);
    expect(bottlenecks).toMatchObject({
      total_bottlenecks: 1,
      critical_bottlenecks: 1,
      total_blocked_steps: 3,
      failed_steps_ratio: 25,
      overall_impact: 'High',
    });
    expect(bottlenecks.bottlenecks[0]).toMatchObject({
      step_name: 'a',
      impact_score: impact,
      severity: 'Critical',
    });
    expect(error_chains).toMatchObject({
      total_error_steps: 1,
      error_percentage: 25,
      total_blocked_by_errors: 3,
      most_critical_error: { exhausted: true, remaining_attempts: 0, total_impact: 45 + 15 + 20 + 9 },
      recovery_priority: [{ step_name: 'a', priority_level: 'High' }],
    });
  });

  test('without failures, steps that wait count', () => {
    const { bottlenecks, error_chains } = analyze(FAN);
    expect(bottlenecks.bottlenecks.map(({ step_name }) => step_name)).toEqual(['b', 'c', 'd']);
    expect(bottlenecks.bottlenecks.map(({ impact_score }) => impact_score)).toEqual([24, 24, 0]);
    expect(bottlenecks.overall_impact).toBe('Low');
    expect(error_chains).toMatchObject({
      error_chains: [],
      most_critical_error: null,
      recovery_priority: [],
    });
  });

  test('more than half of the steps failed is severe; nothing left to do is no impact', () => {
    expect(analyze(stepsOf({ a: [], b: [] }), { a: FAILED, b: FAILED }).bottlenecks.overall_impact).toBe(
      'Severe',
    );
    const done = { current_state: 'complete', ready_for_execution: false, attempts: 1 };
    expect(analyze(stepsOf({ a: [] }), { a: done }).bottlenecks.overall_impact).toBe('None');
  });
});
