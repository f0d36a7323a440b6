import { describe, expect, test } from 'vitest';
import { explainTask, nextActionDetails, workflowSummary } from '../../src-engine/inspect/task-words.ts';
import { context } from './rows.ts';

describe('what to do next', () => {
  test.each([
    ['execute_ready_steps', 'high', true, '1 steps ready for execution'],
    ['wait_for_completion', 'low', false, '0 steps currently processing'],
    ['handle_failures', 'critical', false, '0 failed steps blocking progress'],
    ['finalize_task', 'medium', true, 'All steps completed successfully'],
    ['wait_for_dependencies', 'low', false, 'Waiting for dependencies to be satisfied'],
  ])('%s is %s', (action, urgency, canProceed, description) => {
    expect(nextActionDetails(context({ recommended_action: action }))).toEqual({
      action,
      urgency,
      can_proceed: canProceed,
      description,
    });
  });

  test('an action nobody knows is waiting', () => {
    expect(nextActionDetails(context({ recommended_action: 'dance' })).action).toBe('wait_for_dependencies');
  });
});

describe('the summary of a workflow', () => {
  test('C-3: counts, status and progress under their published names', () => {
    expect(workflowSummary(context())).toEqual({
      total_steps: 7,
      completed: 3,
      pending: 4,
      in_progress: 0,
      failed: 0,
      ready: 1,
      completion_percentage: 42.86,
      status: 'has_ready_steps',
      health: 'healthy',
      recommended_action: 'execute_ready_steps',
      progress_details: {
        completed_ratio: '3/7',
        completion_percentage: '42.86%',
        remaining_steps: 4,
        failed_steps: 0,
        ready_steps: 1,
      },
    });
  });

  test('a whole percentage keeps one decimal', () => {
    expect(
      workflowSummary(context({ completion_percentage: 50 })).progress_details.completion_percentage,
    ).toBe('50.0%');
  });
});

describe('where a task stands', () => {
  const pay = {
    name: 'pay',
    state: 'error',
    ready: false,
    words: 'failed 3 times: its retry limit of 3 is used up',
  } as const;
  const ship = { name: 'ship', state: 'pending', ready: false, words: 'waits for pay (error)' } as const;
  const load = { name: 'load', state: 'complete', ready: false, words: 'is complete' } as const;

  test('it can go on with the steps that are ready', () => {
    const steps = [load, { ...ship, ready: true }];
    expect(explainTask(context(), steps)).toBe('can go on with ship');
    expect(explainTask(context({ ready_steps: 2 }), [])).toBe('can go on with 2 steps');
  });

  test('it waits for what is in progress', () => {
    const steps = [{ ...ship, state: 'in_progress' as const }];
    expect(explainTask(context({ execution_status: 'processing' }), steps)).toBe('waits for ship to end');
  });

  test('C-7: it cannot go on because of the failure, not of the steps behind it', () => {
    expect(explainTask(context({ execution_status: 'blocked_by_failures' }), [load, pay, ship])).toBe(
      'cannot go on: pay failed 3 times: its retry limit of 3 is used up',
    );
  });

  test('C-6: it waits, for a failed step first and else for whatever is open', () => {
    const waiting = context({ execution_status: 'waiting_for_dependencies' });
    const failed = { ...pay, words: 'failed once of 3 and waits until 2030-01-01T00:00:02.000Z' };
    expect(explainTask(waiting, [load, failed, ship])).toBe(
      'waits: pay failed once of 3 and waits until 2030-01-01T00:00:02.000Z',
    );
    expect(explainTask(waiting, [load, { ...ship, words: 'was cancelled' }])).toBe(
      'waits: ship was cancelled',
    );
    expect(explainTask(waiting, [])).toBe('waits: no step says why');
  });

  test('C-8: it can be completed, or is', () => {
    expect(explainTask(context({ execution_status: 'all_complete' }), [load])).toBe(
      'has every step done and can be completed',
    );
    expect(explainTask(context({ execution_status: 'all_complete', status: 'complete' }), [load])).toBe(
      'is complete',
    );
  });

  test('C-10: a task without steps never will be complete', () => {
    const empty = context({ execution_status: 'waiting_for_dependencies', total_steps: 0 });
    expect(explainTask(empty, [])).toBe('has no steps, so it never will be complete');
  });
});
