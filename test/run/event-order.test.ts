import { describe, expect, it } from 'vitest';
import type { Attempt, ProfileName } from '../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();
const FAILURE: Attempt = { outcome: 'retryable_error' };

async function runOne(profile: ProfileName, limit: number, attempts: readonly Attempt[] = [], api = false) {
  return sandbox.run(
    { only: [] },
    {
      profile,
      specs: {
        only: {
          defaultRetryLimit: limit,
          ...(api ? { handlerConfig: { type: 'api', url: 'https://a.test' } } : {}),
        },
      },
      scenario: { steps: { only: { attempts: [...attempts] } } },
    },
  );
}

describe('the order of events', () => {
  it('rails-1.0: one step that succeeds, with the copies of every layer', async () => {
    const { events } = await runOne('rails-1.0', 3);
    expect(events.map(({ name }) => name)).toEqual([
      'task.start_requested',
      'observability.task.enqueue',
      'observability.task.enqueue',
      'task.before_transition',
      'task.start_requested',
      'task.start_requested',
      'workflow.task_started',
      'workflow.viable_steps_discovered',
      'workflow.viable_steps_discovered',
      'workflow.steps_execution_started',
      'step.execution_requested',
      'step.execution_requested',
      'step.execution_requested',
      'step.before_handle',
      'step.completed',
      'step.completed',
      'step.completed',
      'workflow.steps_execution_completed',
      'workflow.no_viable_steps',
      'workflow.no_viable_steps',
      'workflow.task_finalization_started',
      'workflow.task_finalization_started',
      'task.before_transition',
      'task.completed',
      'task.completed',
      'workflow.task_finalization_completed',
      'workflow.task_finalization_completed',
    ]);
  });

  it('rails-1.0: one step that fails for the last time leaves the loop without asking again', async () => {
    const { events } = await runOne('rails-1.0', 1, [FAILURE]);
    const names = events.map(({ name }) => name);
    expect(
      names.slice(names.indexOf('step.execution_requested'), names.indexOf('workbench.job_abandoned')),
    ).toEqual([
      'step.execution_requested',
      'step.execution_requested',
      'step.execution_requested',
      'step.before_handle',
      'step.failed',
      'step.failed',
      'step.failed',
      'workflow.steps_execution_completed',
      'workflow.task_finalization_started',
      'workflow.task_finalization_started',
      'task.before_transition',
      'task.failed',
      'task.failed',
      'workflow.task_finalization_completed',
      'workflow.task_finalization_completed',
      // The job framework runs the job again, twice; a task in error cannot be started.
      'observability.task.enqueue',
      'observability.task.enqueue',
    ]);
  });

  it('documented: one step that succeeds, each change once', async () => {
    const { events } = await runOne('documented', 3);
    expect(events.map(({ name }) => name)).toEqual([
      'task.initialize_requested',
      'observability.task.enqueue',
      'observability.task.enqueue',
      'task.before_transition',
      'task.start_requested',
      'workflow.task_started',
      'workflow.viable_steps_discovered',
      'workflow.steps_execution_started',
      'step.execution_requested',
      'step.before_handle',
      'step.completed',
      'workflow.steps_execution_completed',
      'workflow.no_viable_steps',
      'workflow.task_finalization_started',
      'task.before_transition',
      'task.completed',
      'workflow.task_finalization_completed',
    ]);
  });

  it('documented: a step that fails once is requested again before its second attempt', async () => {
    const run = await runOne('documented', 3, [FAILURE]);
    expect(run.stepEvents('only')).toEqual([
      'step.execution_requested',
      'step.before_handle',
      'step.failed',
      'step.retry_requested',
      'step.execution_requested',
      'step.before_handle',
      'step.completed',
    ]);
  });

  it('documented: the failure that uses up the retry limit says so after it', async () => {
    const run = await runOne('documented', 1, [FAILURE]);
    expect(run.stepEvents('only').slice(2)).toEqual([
      'step.failed',
      'observability.step.max_retries_reached',
    ]);
  });

  it.each<ProfileName>(['documented', 'rails-1.0'])(
    '%s: the explicit wait of an API step is told before its failure',
    async (profile) => {
      const run = await runOne(profile, 1, [{ outcome: 'http', status: 503, retry_after: 9 }], true);
      const names = run.stepEvents('only').slice(run.stepEvents('only').indexOf('step.before_handle') + 1);
      expect(names.slice(0, 2)).toEqual(['observability.step.backoff', 'step.failed']);
    },
  );

  it('rails-1.0: attempt_number counts ended attempts; only the copies after the change have the final one', async () => {
    const done = await runOne('rails-1.0', 3);
    const numbers = (name: string) => done.named(name).map(({ payload }) => payload['attempt_number']);
    expect(numbers('step.execution_requested')).toEqual([0, 0, 0]);
    expect(numbers('step.completed')).toEqual([0, 1, 1]);
    const failed = await runOne('rails-1.0', 1, [FAILURE]);
    expect(failed.named('step.failed').map(({ payload }) => payload['attempt_number'])).toEqual([0, 1, 1]);
  });

  it('documented: attempt_number is the attempt that begins or ends', async () => {
    const run = await runOne('documented', 3, [FAILURE]);
    const numbers = run.events
      .filter(({ name }) => ['step.execution_requested', 'step.failed', 'step.completed'].includes(name))
      .map(({ name, payload }) => [name, payload['attempt_number']]);
    expect(numbers).toEqual([
      ['step.execution_requested', 1],
      ['step.failed', 1],
      ['step.execution_requested', 2],
      ['step.completed', 2],
    ]);
  });

  it("rails-1.0: only the state machine's copies carry the move", async () => {
    const run = await runOne('rails-1.0', 3);
    expect(run.stepEvents('only')).toHaveLength(7);
    const carrying = run.events.filter(
      ({ name, payload }) => name.startsWith('step.') && payload['transitioned_at'] !== undefined,
    );
    expect(carrying.map(({ name, payload }) => [name, payload['from_state'], payload['to_state']])).toEqual([
      ['step.execution_requested', 'pending', 'in_progress'],
      ['step.completed', 'in_progress', 'complete'],
    ]);
  });
});
