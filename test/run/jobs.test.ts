import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();
const FAILURE: Attempt = { outcome: 'retryable_error' };
const NEVER_READY = { specs: { a: { defaultRetryLimit: 0 } } };

describe('the background job of a task', () => {
  it('rails-1.0: a job whose task is not complete is run again after 3 seconds, three times in all', async () => {
    const run = await sandbox.run({ a: [] }, { ...NEVER_READY, profile: 'rails-1.0' });
    expect(run.named('workflow.task_started').map(({ at }) => at.slice(17))).toEqual([
      '00.000Z',
      '03.000Z',
      '06.000Z',
    ]);
    expect(run.named('workbench.job_abandoned')[0]?.payload).toMatchObject({ executions: 3 });
    expect(run.report.reasons).toContain('The job queue gave up: its retries of the job are used up.');
  });

  it('rails-1.0: each execution says which one it is', async () => {
    const run = await sandbox.run({ a: [] }, { ...NEVER_READY, profile: 'rails-1.0' });
    const attempts = run.named('observability.task.enqueue').map(({ payload }) => payload['attempt']);
    expect(attempts).toEqual([undefined, 1, 2, 3]);
  });

  it('E-10, rails-1.0: a job that finds the task in error cannot start it, and fails as well', async () => {
    const run = await sandbox.run(
      { a: [] },
      {
        specs: { a: { defaultRetryLimit: 1 } },
        scenario: { steps: { a: { then: FAILURE } } },
        profile: 'rails-1.0',
      },
    );
    expect(run.named('workflow.task_started')).toHaveLength(1);
    expect(run.named('workbench.job_abandoned')).toHaveLength(1);
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
  });

  it('rails-1.0: a job that comes in time for the second attempt is no help, because the step is still in error', async () => {
    const run = await sandbox.run(
      { a: [] },
      { scenario: { steps: { a: { attempts: [FAILURE] } } }, profile: 'rails-1.0' },
    );
    expect(run.report.outcome).toBe('spinning');
    expect(run.step('a')).toMatchObject({ state: 'error', attempts: 1 });
  });

  it('documented: a task that is complete is never run again', async () => {
    const run = await sandbox.run({ a: [] });
    expect(run.named('workflow.task_started')).toHaveLength(1);
    expect(run.named('workbench.job_abandoned')).toEqual([]);
  });

  it('documented: nothing runs again where nothing can change any more', async () => {
    const run = await sandbox.run({});
    expect(run.named('workflow.task_started')).toHaveLength(1);
    expect(run.report.outcome).toBe('stuck');
  });

  it('rails-1.0: a spinning loop goes on as soon as the operator resets the step', async () => {
    const run = await sandbox.run(
      { a: [], b: ['a'] },
      {
        scenario: {
          steps: { a: { attempts: [FAILURE] } },
          actions: [{ at: 90, do: 'reset_step', step: 'a' }],
        },
        profile: 'rails-1.0',
      },
    );
    expect(run.named('workbench.loop_spinning')).toHaveLength(1);
    expect(run.step('a').spans.at(-1)).toMatchObject({ fromMs: 90_000, detail: 'complete' });
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
  });
});
