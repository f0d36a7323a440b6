import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../support/simulated-run.ts';
import { DIAMOND, DUMMY } from '../support/workflows.ts';

const sandbox = useSandbox();
const PROFILES = ['documented', 'rails-1.0'] as const;
const FAILURE: Attempt = { outcome: 'retryable_error' };

describe('how a task is finalized', () => {
  it.each(PROFILES)('E-6 and F-1, %s: all steps of DUMMY complete, and so does the task', async (profile) => {
    const run = await sandbox.run(DUMMY, { profile });
    expect(run.states).toEqual([
      'step-one:complete',
      'step-two:complete',
      'step-three:complete',
      'step-four:complete',
    ]);
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete', reasons: [] });
    expect(run.named('task.completed').at(-1)?.payload).toMatchObject({
      total_steps: 4,
      completion_percentage: 100,
      health_status: 'healthy',
    });
  });

  it.each(PROFILES)('E-1, %s: a success leaves its value, one attempt and both times', async (profile) => {
    const scenario = { steps: { only: { results: { total: 9.5, tags: ['x'] } } } };
    const run = await sandbox.run({ only: [] }, { profile, scenario });
    expect(run.step('only').results).toEqual({ total: 9.5, tags: ['x'] });
    expect(await sandbox.row('only')).toEqual({
      attempts: 1,
      retryable: true,
      processed: true,
      in_process: false,
      backoff_request_seconds: null,
      last_attempted_at: '2030-01-01 00:00:01',
      processed_at: '2030-01-01 00:00:01',
    });
  });

  it.each(PROFILES)(
    'F-2, %s: blocked by failures ends in error, with the failed steps counted',
    async (profile) => {
      const run = await sandbox.run(
        { a: [], b: [], c: ['a'] },
        {
          profile,
          specs: { a: { defaultRetryLimit: 1 } },
          scenario: { steps: { a: { then: FAILURE } } },
        },
      );
      expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
      expect(run.named('task.failed').at(-1)?.payload).toMatchObject({
        error_message: 'steps_in_error_state',
        failed_steps_count: 1,
      });
    },
  );

  it('F-3: a task whose failed step still waits goes back to pending, waiting for dependencies', async () => {
    const run = await sandbox.run({ a: [] }, { scenario: { steps: { a: { attempts: [FAILURE] } } } });
    const [back] = run
      .named('task.initialize_requested')
      .filter(({ payload }) => payload['to_state'] === 'pending');
    expect(back?.payload).toMatchObject({ from_state: 'in_progress', reason: 'waiting_for_dependencies' });
  });

  it('F-3: a task with a step that is still running goes back to pending, waiting for it', async () => {
    const run = await sandbox.run({ a: [] }, { scenario: { latency: 40 } });
    const [back] = run
      .named('task.initialize_requested')
      .filter(({ payload }) => payload['to_state'] === 'pending');
    expect(back?.payload).toMatchObject({ reason: 'waiting_for_step_completion', in_progress_steps: 1 });
  });

  it('F-5 and B-9, documented: a failed step brings the task back after its wait and five seconds more', async () => {
    const run = await sandbox.run({ a: [] }, { scenario: { steps: { a: { attempts: [FAILURE] } } } });
    expect(run.named('workflow.task_reenqueue_delayed')[0]).toMatchObject({
      at: '2030-01-01T00:00:01.000Z',
      payload: { reason: 'awaiting_dependencies' },
    });
    expect(run.named('workflow.task_started')[1]?.at).toBe('2030-01-01T00:00:08.000Z');
  });

  it('B-9, documented: of two failed steps the longest wait brings it back', async () => {
    const asks = (retry_after: number): Attempt => ({ outcome: 'retryable_error', retry_after });
    const run = await sandbox.run(
      { a: [], b: [] },
      { scenario: { steps: { a: { attempts: [asks(60)] }, b: { attempts: [asks(180)] } } } },
    );
    expect(run.named('workflow.task_started')[1]?.at).toBe('2030-01-01T00:03:06.000Z');
    expect(run.report.outcome).toBe('completed');
  });

  it.each(PROFILES)(
    'C-10, %s: a task without steps has nothing to do and never completes',
    async (profile) => {
      const run = await sandbox.run({}, { profile });
      expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'pending', steps: [] });
    },
  );
});

describe('a step that is in progress when the loop ends', () => {
  it('E-8, rails-1.0: DUMMY with step-three in progress leaves step-four pending and the task pending', async () => {
    const run = await sandbox.run(DUMMY, {
      profile: 'rails-1.0',
      scenario: { steps: { 'step-three': { latency: '1h' } } },
    });
    const [back] = run
      .named('task.initialize_requested')
      .filter(({ payload }) => payload['reason'] !== undefined);
    expect(back?.payload).toMatchObject({
      reason: 'waiting_for_step_completion',
      completed_steps: 2,
      in_progress_steps: 1,
      pending_steps: 2,
    });
    expect(run.step('step-four').startedAt).toBeNull();
    expect(run.report.taskState).toBe('pending');
  });
});

describe('what a step can read', () => {
  it('results of an earlier step and of the context, whole and inside text', async () => {
    const run = await sandbox.run(
      { cart: [], price: ['cart'] },
      {
        scenario: {
          context: { customer: { email: 'a@b.test' } },
          steps: {
            cart: { results: { items: [{ sku: 'X1' }], total: 12 } },
            price: {
              results: {
                total: '${cart.total}',
                first: '${cart.items.0.sku}',
                text: 'for ${context.customer.email}: ${cart.total}',
                none: '${cart.missing}',
              },
            },
          },
        },
      },
    );
    expect(run.step('price').results).toEqual({
      total: 12,
      first: 'X1',
      text: 'for a@b.test: 12',
      none: null,
    });
  });

  it('not the results of a step of the same batch', async () => {
    const run = await sandbox.run(
      { a: [], b: [] },
      {
        scenario: {
          steps: {
            a: { results: { total: 1 }, latency: '10ms' },
            b: { results: { total: '${a.total}' }, latency: 9 },
          },
        },
      },
    );
    expect(run.step('b').results).toEqual({ total: null });
  });

  it('the results of a failed step are its error', async () => {
    const run = await sandbox.run(
      { a: [], b: [], c: ['b'] },
      {
        specs: { a: { defaultRetryLimit: 1 } },
        scenario: {
          steps: {
            a: { then: { outcome: 'unexpected_error', error_class: 'IOError', message: 'gone' } },
            c: { results: '${a.error}' },
          },
        },
      },
    );
    expect(run.step('c').results).toBe('gone');
  });
});

describe('the order of execution', () => {
  it.each(PROFILES)(
    'R-4 and R-5, %s: DIAMOND runs its branches together and merges after both',
    async (profile) => {
      const run = await sandbox.run(DIAMOND, {
        profile,
        scenario: { steps: { branch_two_validate: { latency: 5 } } },
      });
      const starts = run.report.steps.map(({ name, startedAt }) => [name, startedAt?.slice(17, 19)]);
      expect(starts).toEqual([
        ['start_workflow', '00'],
        ['branch_one_process', '01'],
        ['branch_one_validate', '02'],
        ['branch_two_process', '01'],
        ['branch_two_validate', '02'],
        ['merge_branches', '07'],
        ['end_workflow', '08'],
      ]);
    },
  );
});
