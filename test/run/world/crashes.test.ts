import { describe, expect, it } from 'vitest';
import type { Attempt, Scenario } from '../../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../../support/simulated-run.ts';

const sandbox = useSandbox();
const CRASH: Attempt = { outcome: 'crash' };
const LEFT = 'is in progress, and no worker will ever say how it ended';
const DIED = 'The worker died while the step was in progress';

const crashOf = (step: string, rest: Scenario = {}): Scenario => ({
  ...rest,
  steps: { ...rest.steps, [step]: { attempts: [CRASH] } },
});

describe('a worker that dies', () => {
  it('documented: after recovery.after its step is a failed attempt, is retried and completes', async () => {
    const run = await sandbox.run(
      { a: [], b: ['a'] },
      { scenario: crashOf('a', { recovery: { after: 60 } }) },
    );
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
    expect(run.step('a')).toMatchObject({ state: 'complete', attempts: 2 });
    expect(run.named('workbench.worker_crashed')[0]).toMatchObject({
      at: '2030-01-01T00:00:01.000Z',
      payload: { step_names: ['a'] },
    });
    expect(run.named('workbench.worker_recovered')[0]?.at).toBe('2030-01-01T00:01:01.000Z');
    expect(run.named('step.failed')[0]?.payload).toMatchObject({
      error_class: 'Workbench::WorkerDied',
      error_message: DIED,
    });
    expect(await sandbox.transitions('a')).toEqual([
      '10:in_progress',
      '20:error',
      '30:pending',
      '40:in_progress',
      '50:complete',
    ]);
  });

  it('documented: without recovery.after it is found after five minutes', async () => {
    const run = await sandbox.run({ a: [] }, { scenario: crashOf('a') });
    expect(run.named('workbench.worker_recovered')[0]?.at).toBe('2030-01-01T00:05:01.000Z');
  });

  it('rails-1.0: its step stays in progress for ever and the task is stuck', async () => {
    const run = await sandbox.run({ a: [], b: ['a'] }, { scenario: crashOf('a'), profile: 'rails-1.0' });
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'in_progress' });
    expect(run.report.reasons).toEqual([
      'Nothing will ever move this task again, and it is not finished.',
      `a: ${LEFT}`,
      'b: waits for a (in progress)',
    ]);
    expect(run.step('a')).toMatchObject({ attempts: 0, reason: LEFT });
    expect(run.step('a').spans.at(-1)).toMatchObject({ kind: 'attempt', detail: 'running' });
    expect(run.named('workbench.worker_recovered')).toEqual([]);
    expect(await sandbox.transitions('a')).toEqual(['10:in_progress']);
  });

  it('documented: with a retry limit of 1 the crash was its only attempt, and the task ends in error', async () => {
    const run = await sandbox.run(
      { a: [] },
      { specs: { a: { defaultRetryLimit: 1 } }, scenario: crashOf('a') },
    );
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(run.step('a')).toMatchObject({ state: 'error', attempts: 1, error: DIED });
  });

  it('documented: every step of the slice that had not ended is recovered, what had ended stays', async () => {
    const scenario = crashOf('a', { steps: { a: {}, b: { latency: 9 }, c: { latency: '500ms' } } });
    const run = await sandbox.run({ a: [], b: [], c: [] }, { scenario });
    expect(run.named('workbench.worker_crashed')[0]?.payload).toMatchObject({ step_names: ['a', 'b'] });
    expect(run.report.outcome).toBe('completed');
    expect(run.report.steps.map(({ attempts }) => attempts)).toEqual([2, 2, 1]);
  });

  it('rails-1.0: two steps of one slice are left in progress', async () => {
    const scenario = crashOf('a', { steps: { a: {}, b: { latency: 9 } } });
    const run = await sandbox.run({ a: [], b: [] }, { scenario, profile: 'rails-1.0' });
    expect(run.states).toEqual(['a:in_progress', 'b:in_progress']);
    expect(run.report.outcome).toBe('stuck');
    expect(run.named('step.completed')).toEqual([]);
  });

  it('documented: a worker that comes back at once finds the step as a failed attempt', async () => {
    const scenario: Scenario = { actions: [{ at: '500ms', do: 'worker_restart' }] };
    const run = await sandbox.run({ a: [] }, { scenario });
    expect(run.named('workbench.worker_recovered')[0]?.at).toBe('2030-01-01T00:00:00.500Z');
    expect(run.report.outcome).toBe('completed');
    expect(run.step('a').attempts).toBe(2);
  });

  it('rails-1.0: a worker that comes back does not find it', async () => {
    const scenario: Scenario = { actions: [{ at: '500ms', do: 'worker_restart' }] };
    const run = await sandbox.run({ a: [] }, { scenario, profile: 'rails-1.0' });
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'in_progress' });
    expect(run.states).toEqual(['a:in_progress']);
  });

  it('a restart of a worker that runs nothing changes nothing', async () => {
    const scenario: Scenario = { actions: [{ at: 30, do: 'worker_restart' }] };
    for (const profile of ['documented', 'rails-1.0'] as const) {
      const run = await sandbox.run({ a: [] }, { scenario, profile });
      expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
      expect(run.step('a').attempts).toBe(1);
    }
  });

  it('documented: a step that was cancelled before it was found is not recovered', async () => {
    const scenario = crashOf('a', {
      steps: { a: {}, b: { latency: 9 } },
      actions: [{ at: 60, do: 'cancel_step', step: 'a' }],
    });
    const run = await sandbox.run({ a: [], b: [] }, { scenario });
    expect(run.named('workbench.worker_recovered')[0]?.payload).toMatchObject({ step_names: ['b'] });
    expect(run.states).toEqual(['a:cancelled', 'b:complete']);
    expect(run.report.outcome).toBe('completed');
  });

  it('documented: a task that was cancelled meanwhile is not started again', async () => {
    const scenario = crashOf('a', { actions: [{ at: 60, do: 'cancel_task' }] });
    const run = await sandbox.run({ a: [] }, { scenario });
    expect(run.report).toMatchObject({ outcome: 'cancelled', taskState: 'cancelled' });
    expect(run.named('workflow.task_started')).toHaveLength(1);
    expect(run.step('a').attempts).toBe(1);
  });

  it('documented: a crash of a step that an earlier batch left to itself takes the running batch with it', async () => {
    const scenario: Scenario = {
      steps: { a: { latency: 45, attempts: [CRASH] }, c: { latency: 20 } },
    };
    const run = await sandbox.run({ a: [], b: [], c: ['b'] }, { scenario });
    expect(run.named('workbench.worker_crashed')[0]).toMatchObject({
      at: '2030-01-01T00:00:45.000Z',
      payload: { step_names: ['a', 'c'] },
    });
    expect(run.report.outcome).toBe('completed');
  });
});
