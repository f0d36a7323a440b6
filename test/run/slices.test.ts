import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src-engine/simulate/scenario.ts';
import type { FinishedRun } from '../support/simulated-run.ts';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();

function roots(count: number): Record<string, string[]> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, []]));
}

/** The most attempts that overlap in time. */
function mostAtOnce({ report }: FinishedRun): number {
  const spans = report.steps.flatMap((step) => step.spans.filter((span) => span.kind === 'attempt'));
  const counts = spans.map(
    (span) => spans.filter((other) => other.fromMs <= span.fromMs && span.fromMs < other.toMs).length,
  );
  return Math.max(0, ...counts);
}

const startsMs = ({ report }: FinishedRun): number[] =>
  report.steps.map((step) => step.spans.find((span) => span.kind === 'attempt')?.fromMs ?? -1);

describe('slices of a batch', () => {
  it('E-5: at most as many steps run at once as the scenario allows, one slice after another', async () => {
    const run = await sandbox.run(roots(7), { scenario: { concurrency: 3 } });
    expect(mostAtOnce(run)).toBe(3);
    expect(startsMs(run)).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000]);
  });

  it('a slice begins when its predecessor is over, not when one of its steps is', async () => {
    const scenario: Scenario = { concurrency: 2, steps: { s0: { latency: 9 } } };
    const run = await sandbox.run(roots(3), { scenario });
    expect(startsMs(run)).toEqual([0, 0, 9_000]);
  });

  it('E-5: nothing new is discovered before every slice of the batch is over', async () => {
    const scenario: Scenario = { concurrency: 3, steps: { s0: { latency: '100ms' } } };
    const run = await sandbox.run({ ...roots(7), child: ['s0'] }, { scenario });
    expect(run.step('child').startedAt).toBe('2030-01-01T00:00:03.000Z');
    const batches = run.named('workflow.viable_steps_discovered').map(({ payload }) => payload['step_count']);
    expect(batches).toEqual([7, 1]);
    const ended = run.named('workflow.steps_execution_completed').map(({ payload }) => payload);
    expect(ended).toMatchObject([
      { processed_count: 7, successful_count: 7 },
      { processed_count: 1, successful_count: 1 },
    ]);
  });

  it.each([
    ['documented', 12],
    ['rails-1.0', 3],
  ] as const)('%s runs %i steps at once when the scenario does not say', async (profile, limit) => {
    expect(mostAtOnce(await sandbox.run(roots(13), { profile }))).toBe(limit);
  });
});

describe('K-1: the batch timeout', () => {
  it('an overdue step is left to itself after 36 seconds, and later writes its own end', async () => {
    const scenario: Scenario = { steps: { slow: { latency: 100 } } };
    const run = await sandbox.run({ slow: [], after: ['slow'] }, { scenario });
    expect(run.named('workflow.steps_execution_completed')[0]).toMatchObject({
      at: '2030-01-01T00:00:36.000Z',
      payload: { processed_count: 1, successful_count: 0 },
    });
    expect(run.step('slow')).toMatchObject({
      state: 'complete',
      attempts: 1,
      endedAt: '2030-01-01T00:01:40.000Z',
    });
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
    expect(await sandbox.transitions('slow')).toEqual(['10:in_progress', '20:complete']);
  });

  it('F-5, documented: while it is in progress the task comes back every 10 seconds', async () => {
    const scenario: Scenario = { steps: { slow: { latency: 100 } } };
    const run = await sandbox.run({ slow: [], after: ['slow'] }, { scenario });
    const delayed = run.named('workflow.task_reenqueue_delayed');
    expect(delayed[0]).toMatchObject({
      at: '2030-01-01T00:00:36.000Z',
      payload: { reason: 'steps_in_progress' },
    });
    expect(run.named('workflow.task_started')[1]?.at).toBe('2030-01-01T00:00:46.000Z');
  });

  it('rails-1.0: the jobs are used up before it ends, so nothing starts what comes after it', async () => {
    const scenario: Scenario = { steps: { slow: { latency: 100 } } };
    const run = await sandbox.run({ slow: [], after: ['slow'] }, { scenario, profile: 'rails-1.0' });
    expect(run.states).toEqual(['slow:complete', 'after:pending']);
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'pending' });
    expect(run.named('workbench.job_abandoned')).toHaveLength(1);
  });

  it('a batch counts the successes of its own steps, not of one that an earlier batch left to itself', async () => {
    const scenario: Scenario = { steps: { slow: { latency: 45 }, next: { latency: 10 } } };
    const run = await sandbox.run({ slow: [], quick: [], next: ['quick'] }, { scenario });
    expect(run.named('workflow.steps_execution_completed').map(({ payload }) => payload)).toMatchObject([
      { processed_count: 2, successful_count: 1 },
      { processed_count: 1, successful_count: 1 },
    ]);
  });
});
