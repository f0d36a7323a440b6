import { describe, expect, it } from 'vitest';
import type { Action, Attempt, Scenario } from '../../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../../support/simulated-run.ts';

const sandbox = useSandbox();
const CHAIN = { a: [], b: ['a'] };
const FAILURE: Attempt = { outcome: 'retryable_error' };

/** The first execution of `a` fails, the second succeeds; with a limit of 1 that takes an operator. */
const failing = (...actions: Action[]): Scenario => ({ steps: { a: { attempts: [FAILURE] } }, actions });
const ONCE = { a: { defaultRetryLimit: 1 } };

describe('cancelling a task', () => {
  const scenario: Scenario = { actions: [{ at: '500ms', do: 'cancel_task' }] };

  it('documented: the slice in flight ends, nothing more is started', async () => {
    const run = await sandbox.run(CHAIN, { scenario });
    expect(run.report).toMatchObject({ outcome: 'cancelled', taskState: 'cancelled' });
    expect(run.report.reasons[0]).toBe('The task was cancelled.');
    expect(run.states).toEqual(['a:complete', 'b:pending']);
    expect(run.named('task.cancelled')).toHaveLength(1);
    expect(run.named('task.completed')).toEqual([]);
  });

  it('rails-1.0: the loop goes on executing steps, but the task stays cancelled', async () => {
    const run = await sandbox.run(CHAIN, { scenario, profile: 'rails-1.0' });
    expect(run.states).toEqual(['a:complete', 'b:complete']);
    expect(run.report).toMatchObject({ outcome: 'cancelled', taskState: 'cancelled' });
    expect(run.named('task.completed')).toEqual([]);
  });

  it('S-1: a complete task can still be cancelled', async () => {
    const run = await sandbox.run(CHAIN, { scenario: { actions: [{ at: 60, do: 'cancel_task' }] } });
    expect(run.named('task.completed')).toHaveLength(1);
    expect(run.report.taskState).toBe('cancelled');
  });
});

describe('cancelling a step', () => {
  const cancelA: Scenario = {
    steps: { a: { results: { lost: true } } },
    actions: [{ at: '500ms', do: 'cancel_step', step: 'a' }],
  };

  it.each(['documented', 'rails-1.0'] as const)(
    '%s: what a step returns after it was cancelled is lost, and its completion is never told',
    async (profile) => {
      const run = await sandbox.run({ a: [], c: [] }, { scenario: cancelA, profile });
      expect(run.step('a')).toMatchObject({ state: 'cancelled', attempts: 0, results: {} });
      expect(run.stepEvents('a').at(-1)).toBe('step.cancelled');
      expect(run.stepEvents('a')).not.toContain('step.completed');
      expect(await sandbox.transitions('a')).toEqual(['10:in_progress', '20:cancelled']);
    },
  );

  it('documented: a task whose steps are complete or cancelled completes', async () => {
    const run = await sandbox.run({ a: [], c: [] }, { scenario: cancelA });
    expect(run.states).toEqual(['a:cancelled', 'c:complete']);
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
  });

  it('S-3, rails-1.0: a cancelled step is not a finished one, so the task never completes', async () => {
    const run = await sandbox.run({ a: [], c: [] }, { scenario: cancelA, profile: 'rails-1.0' });
    expect(run.report).toMatchObject({ outcome: 'stuck', taskState: 'pending' });
  });

  it('R-21, documented: the children of a cancelled step never run, and the task ends in error', async () => {
    const run = await sandbox.run(CHAIN, { scenario: cancelA });
    expect(run.states).toEqual(['a:cancelled', 'b:pending']);
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
  });

  it('R-26, rails-1.0: with both roots cancelled nothing is viable any more', async () => {
    const actions: Action[] = [
      { at: '500ms', do: 'cancel_step', step: 'a' },
      { at: '500ms', do: 'cancel_step', step: 'b' },
    ];
    const run = await sandbox.run(
      { a: [], b: [], c: ['a', 'b'] },
      { scenario: { actions }, profile: 'rails-1.0' },
    );
    expect(run.states).toEqual(['a:cancelled', 'b:cancelled', 'c:pending']);
    expect(run.stepEvents('c')).toEqual([]);
    expect(run.report.outcome).toBe('stuck');
  });
});

describe('resolving and resetting a step', () => {
  it('C-9: a failed step that is resolved by hand opens its children, which read the given results', async () => {
    const run = await sandbox.run(CHAIN, {
      specs: { a: { defaultRetryLimit: 2 } },
      scenario: {
        steps: { a: { then: FAILURE }, b: { results: { seen: '${a.total}' } } },
        actions: [{ at: 2, do: 'resolve_step', step: 'a', results: { total: 7 } }],
      },
    });
    expect(run.states).toEqual(['a:resolved_manually', 'b:complete']);
    expect(run.step('b').results).toEqual({ seen: 7 });
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
    expect(run.named('step.resolved_manually')).toHaveLength(1);
  });

  it('S-2: a pending step can be resolved by hand before it was ever tried', async () => {
    const run = await sandbox.run(CHAIN, {
      scenario: { actions: [{ at: '500ms', do: 'resolve_step', step: 'b' }] },
    });
    expect(run.states).toEqual(['a:complete', 'b:resolved_manually']);
    expect(run.step('b').attempts).toBe(0);
    expect(run.report.outcome).toBe('completed');
  });

  it.each(['documented', 'rails-1.0'] as const)(
    '%s: a reset step has no attempts behind it and is tried again',
    async (profile) => {
      const reset = failing({ at: 2, do: 'reset_step', step: 'a' });
      const run = await sandbox.run(CHAIN, { scenario: reset, profile });
      expect(run.states).toEqual(['a:complete', 'b:complete']);
      expect(run.step('a').attempts).toBe(1);
      expect(await sandbox.transitions('a')).toEqual([
        '10:in_progress',
        '20:error',
        '30:pending',
        '40:in_progress',
        '50:complete',
      ]);
    },
  );
});

describe('an operator and a task in error', () => {
  it('resolve_task ends it by hand', async () => {
    const scenario = failing({ at: 60, do: 'resolve_task' });
    const run = await sandbox.run(CHAIN, { specs: ONCE, scenario });
    expect(run.report).toMatchObject({ outcome: 'resolved', taskState: 'resolved_manually' });
    expect(run.named('task.resolved_manually')).toHaveLength(1);
  });

  it('reset_step and retry_task together give it a second chance', async () => {
    const scenario = failing({ at: 60, do: 'reset_step', step: 'a' }, { at: 61, do: 'retry_task' });
    const run = await sandbox.run(CHAIN, { specs: ONCE, scenario });
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
    expect(run.named('task.retry_requested')[0]?.at).toBe('2030-01-01T00:01:01.000Z');
  });

  it('retry_task alone finds the same exhausted step and ends in error again', async () => {
    const run = await sandbox.run(CHAIN, { specs: ONCE, scenario: failing({ at: 60, do: 'retry_task' }) });
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(run.named('task.failed')).toHaveLength(2);
    expect(run.step('a').attempts).toBe(1);
  });
});

describe('a database that pauses', () => {
  it('nothing happens before it is back, and everything after it as usual', async () => {
    const scenario: Scenario = { actions: [{ at: '500ms', do: 'pause_database', for: 10 }] };
    const run = await sandbox.run(CHAIN, { scenario });
    expect(run.named('workbench.database_paused')[0]?.payload).toMatchObject({ seconds: 10 });
    expect(run.step('a').endedAt).toBe('2030-01-01T00:00:10.500Z');
    expect(run.step('b').endedAt).toBe('2030-01-01T00:00:11.500Z');
    expect(run.report.outcome).toBe('completed');
  });

  it('a retry that would have come meanwhile comes when it is back', async () => {
    const run = await sandbox.run(CHAIN, { scenario: failing({ at: 2, do: 'pause_database', for: 100 }) });
    expect(run.step('a').spans.at(-1)).toMatchObject({ fromMs: 102_000, attempt: 2 });
  });

  it('an action that was planned meanwhile comes after it, in its order', async () => {
    const actions: Action[] = [
      { at: '100ms', do: 'pause_database', for: 5 },
      { at: '200ms', do: 'cancel_task' },
    ];
    const run = await sandbox.run(CHAIN, { scenario: { actions } });
    expect(run.named('task.cancelled')[0]?.at).toBe('2030-01-01T00:00:05.100Z');
  });
});

describe('R-26: a root that cannot run does not keep the other from running', () => {
  const later: readonly (readonly [string, Scenario])[] = [
    ['exhausted', { steps: { a: { then: FAILURE } } }],
    ['in progress', { steps: { a: { latency: '1h' } } }],
    ['waiting', { steps: { a: { attempts: [{ outcome: 'retryable_error', retry_after: 30 }] } } }],
  ];

  it.each(later)('the first is %s: the second goes through with its child', async (_, scenario) => {
    const run = await sandbox.run(
      { a: [], b: [], c: ['b'] },
      { specs: { a: { defaultRetryLimit: 2 } }, scenario },
    );
    expect(run.step('c').state).toBe('complete');
    expect(Date.parse(run.step('c').endedAt ?? '')).toBeLessThan(Date.parse('2030-01-01T00:01:00Z'));
  });
});

describe('an action that is not legal when it comes', () => {
  const late: readonly Action[] = [
    { at: 60, do: 'resolve_task' },
    { at: 60, do: 'retry_task' },
    { at: 60, do: 'cancel_step', step: 'a' },
    { at: 60, do: 'resolve_step', step: 'a', results: { forged: true } },
    { at: 60, do: 'reset_step', step: 'a' },
  ];

  it.each(late)('$do after the task is complete changes nothing', async (action) => {
    const plain = await sandbox.run(CHAIN);
    const before = await sandbox.row('a');
    const run = await sandbox.run(CHAIN, { scenario: { actions: [action] } });
    expect(run.events).toEqual(plain.events);
    expect(run.states).toEqual(plain.states);
    expect(await sandbox.row('a')).toEqual(before);
  });

  it('a step that never failed is not reset, and one that runs is not resolved', async () => {
    const actions: Action[] = [
      { at: '500ms', do: 'resolve_step', step: 'a', results: { forged: true } },
      { at: '600ms', do: 'reset_step', step: 'b' },
      { at: '700ms', do: 'resolve_task' },
    ];
    const run = await sandbox.run(CHAIN, { scenario: { actions } });
    expect(run.step('a')).toMatchObject({ state: 'complete', attempts: 1, results: {} });
    expect(run.report.outcome).toBe('completed');
  });
});
