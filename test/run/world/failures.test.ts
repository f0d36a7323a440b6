import { describe, expect, it } from 'vitest';
import type { Attempt, Scenario } from '../../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../../support/simulated-run.ts';
import { DUMMY, LINEAR } from '../../support/workflows.ts';

const sandbox = useSandbox();
const ONE = { only: [] };
const FAILURE: Attempt = { outcome: 'retryable_error', message: 'down' };

function faults(step: string, ...attempts: Attempt[]): Scenario {
  return { steps: { [step]: { attempts } } };
}

describe('failed attempts', () => {
  it('E-7, documented: LINEAR with process_data failing once is retried and completes', async () => {
    const run = await sandbox.run(LINEAR, { scenario: faults('process_data', FAILURE) });
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete', reasons: [] });
    expect(run.step('process_data')).toMatchObject({ attempts: 2, error: null, results: {} });
    expect(run.step('validate_input').attempts).toBe(1);
    expect(await sandbox.transitions('process_data')).toEqual([
      '10:in_progress',
      '20:error',
      '30:pending',
      '40:in_progress',
      '50:complete',
    ]);
  });

  it('E-7 and F-6, rails-1.0: the first job leaves the task pending, then the loop spins on the failed step', async () => {
    const run = await sandbox.run(LINEAR, {
      scenario: faults('process_data', FAILURE),
      profile: 'rails-1.0',
    });
    expect(run.states).toEqual([
      'initialize_data:complete',
      'validate_input:complete',
      'process_data:error',
      'transform_results:pending',
      'validate_output:pending',
      'finalize_workflow:pending',
    ]);
    const [left] = run.events.filter(({ payload }) => payload['reason'] === 'waiting_for_dependencies');
    expect(left).toMatchObject({ name: 'task.initialize_requested', at: '2030-01-01T00:00:03.000Z' });
    expect(run.report).toMatchObject({ outcome: 'spinning', taskState: 'in_progress', durationMs: 6_000 });
    expect(run.named('workbench.loop_spinning')).toHaveLength(1);
    expect(run.step('process_data')).toMatchObject({
      attempts: 1,
      reason: 'failed once of 3 and is ready to be tried again, but nothing does it',
    });
    expect(await sandbox.transitions('process_data')).toEqual(['10:in_progress', '20:error']);
  });

  it('E-3: a failed attempt leaves its error in the results and counts, and the step is neither processed nor in process', async () => {
    const run = await sandbox.run(ONE, {
      specs: { only: { defaultRetryLimit: 1 } },
      scenario: faults('only', {
        outcome: 'unexpected_error',
        error_class: 'KeyError',
        message: 'key not found',
      }),
    });
    const backtrace: unknown = expect.any(String);
    expect(run.step('only').results).toEqual({ error: 'key not found', error_class: 'KeyError', backtrace });
    expect(run.step('only').error).toBe('key not found');
    expect(await sandbox.row('only')).toEqual({
      attempts: 1,
      retryable: true,
      processed: false,
      in_process: false,
      backoff_request_seconds: null,
      last_attempted_at: '2030-01-01 00:00:01',
      processed_at: null,
    });
  });

  it('a success after a failure replaces the error in the results', async () => {
    const success: Attempt = { outcome: 'success', results: { total: 3 } };
    const run = await sandbox.run(ONE, { scenario: faults('only', FAILURE, success) });
    expect(run.step('only').results).toEqual({ total: 3 });
  });

  it('E-9: DUMMY with step-one exhausted completes the others, then the task is in error', async () => {
    const run = await sandbox.run(DUMMY, { scenario: faults('step-one', FAILURE, FAILURE, FAILURE) });
    expect(run.states).toEqual([
      'step-one:error',
      'step-two:complete',
      'step-three:complete',
      'step-four:complete',
    ]);
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(run.named('task.failed')[0]?.payload).toMatchObject({ error_message: 'steps_in_error_state' });
    expect(run.step('step-one').reason).toBe('failed 3 times: its retry limit of 3 is used up');
  });

  it('a failing step waits 2, then 4 seconds, and the other branch goes on meanwhile', async () => {
    const run = await sandbox.run(DUMMY, { scenario: faults('step-one', FAILURE, FAILURE) });
    const waits = run.step('step-one').spans.filter((span) => span.detail === 'backoff');
    expect(waits.map(({ fromMs, toMs, attempt }) => [attempt, toMs - fromMs])).toEqual([
      [2, 2_000],
      [3, 4_000],
    ]);
    expect(run.step('step-four').endedAt).toBe('2030-01-01T00:00:03.000Z');
    expect(run.report.outcome).toBe('completed');
  });

  it('documented: a permanent error makes the step not retryable and ends the task in error', async () => {
    const permanent: Attempt = { outcome: 'permanent_error', message: 'no such card', error_code: 'CARD' };
    const run = await sandbox.run(ONE, { scenario: faults('only', permanent) });
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error', durationMs: 1_000 });
    expect(run.step('only').reason).toBe('failed for good after one attempt: it is not retryable');
    expect(await sandbox.row('only')).toMatchObject({ attempts: 1, retryable: false });
  });

  it('E-4, rails-1.0: a permanent error counts like any other failure', async () => {
    const permanent: Attempt = { outcome: 'permanent_error' };
    const run = await sandbox.run(ONE, { scenario: faults('only', permanent), profile: 'rails-1.0' });
    expect(run.report.outcome).toBe('spinning');
    expect(await sandbox.row('only')).toMatchObject({
      attempts: 1,
      retryable: true,
      backoff_request_seconds: null,
    });
  });

  it('E-4, rails-1.0: a permanent error of the last attempt that is allowed ends the task in error', async () => {
    const run = await sandbox.run(ONE, {
      specs: { only: { defaultRetryLimit: 1 } },
      scenario: faults('only', { outcome: 'permanent_error' }),
      profile: 'rails-1.0',
    });
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
  });

  it('a timeout takes what handler_config says and fails as Timeout::Error', async () => {
    const run = await sandbox.run(ONE, {
      specs: { only: { defaultRetryLimit: 1, handlerConfig: { timeout_seconds: 7 } } },
      scenario: faults('only', { outcome: 'timeout' }),
    });
    expect(run.report.durationMs).toBe(7_000);
    expect(run.step('only').results).toMatchObject({
      error: 'execution expired',
      error_class: 'Timeout::Error',
    });
  });
});

describe('steps that may not be tried', () => {
  it('a retry limit of 0, documented: the task ends in error without an attempt', async () => {
    const run = await sandbox.run(ONE, { specs: { only: { defaultRetryLimit: 0 } } });
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(run.step('only')).toMatchObject({
      state: 'pending',
      attempts: 0,
      reason: 'has a retry limit of 0, which allows no attempt at all',
    });
  });

  it('C-11, rails-1.0: a retry limit of 0 is never ready and never blocked, so the task is stuck', async () => {
    const run = await sandbox.run(ONE, {
      specs: { only: { defaultRetryLimit: 0 } },
      profile: 'rails-1.0',
    });
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'pending' });
    expect(run.stepEvents('only')).toEqual([]);
  });

  it('documented: a step that is not retryable runs once', async () => {
    const specs = { only: { defaultRetryable: false } };
    const succeeded = await sandbox.run(ONE, { specs });
    expect(succeeded.report.outcome).toBe('completed');
    const failed = await sandbox.run(ONE, { specs, scenario: faults('only', FAILURE) });
    expect(failed.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(failed.step('only').attempts).toBe(1);
  });

  it('R-12, rails-1.0: a step that is not retryable waits for ever', async () => {
    const run = await sandbox.run(ONE, {
      specs: { only: { defaultRetryable: false } },
      profile: 'rails-1.0',
    });
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'pending' });
    expect(run.step('only')).toMatchObject({
      attempts: 0,
      reason: 'is not retryable, and this engine refuses even its first attempt',
    });
  });
});
