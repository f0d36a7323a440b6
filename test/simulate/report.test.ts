import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src-engine/simulate/scenario.ts';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();
const FAILURE: Attempt = { outcome: 'retryable_error', message: 'down' };

describe('the head of a report', () => {
  it('says what ran, with which seed, and when', async () => {
    const scenario = { name: 'a quiet day', seed: 9, start_at: '2031-02-03T04:05:06Z' };
    const { report, events } = await sandbox.run({ a: [], b: ['a'] }, { scenario });
    expect(report).toMatchObject({
      template: { namespace: 'default', name: 'test_workflow', version: '1.0.0' },
      scenario: 'a quiet day',
      profile: 'documented',
      seed: 9,
      environment: null,
      startedAt: '2031-02-03T04:05:06.000Z',
      endedAt: '2031-02-03T04:05:08.000Z',
      durationMs: 2_000,
      events: events.length,
    });
  });

  it('has no scenario name when none was given', async () => {
    expect((await sandbox.run({ a: [] })).report.scenario).toBeNull();
  });
});

describe('the spans of a step', () => {
  it('begin with the wait for its parents', async () => {
    const run = await sandbox.run({ a: [], b: ['a'] });
    expect(run.step('a').spans).toEqual([
      { kind: 'attempt', fromMs: 0, toMs: 1_000, attempt: 1, detail: 'complete' },
    ]);
    expect(run.step('b').spans).toEqual([
      { kind: 'wait', fromMs: 0, toMs: 1_000, attempt: 1, detail: 'dependencies' },
      { kind: 'attempt', fromMs: 1_000, toMs: 2_000, attempt: 1, detail: 'complete' },
    ]);
  });

  it('tell the wait for a slice from the wait for parents', async () => {
    const run = await sandbox.run({ a: [], b: [] }, { scenario: { concurrency: 1 } });
    expect(run.step('b').spans[0]).toEqual({
      kind: 'wait',
      fromMs: 0,
      toMs: 1_000,
      attempt: 1,
      detail: 'queue',
    });
  });

  it('split the wait before a retry where the retry delay was over', async () => {
    const run = await sandbox.run({ a: [] }, { scenario: { steps: { a: { attempts: [FAILURE] } } } });
    expect(run.step('a').spans).toEqual([
      { kind: 'attempt', fromMs: 0, toMs: 1_000, attempt: 1, detail: 'error' },
      { kind: 'wait', fromMs: 1_000, toMs: 3_000, attempt: 2, detail: 'backoff' },
      { kind: 'wait', fromMs: 3_000, toMs: 8_000, attempt: 2, detail: 'queue' },
      { kind: 'attempt', fromMs: 8_000, toMs: 9_000, attempt: 2, detail: 'complete' },
    ]);
  });

  it('end as running when nobody will say how the attempt ended, and as cancelled when it was', async () => {
    const crashed = await sandbox.run(
      { a: [] },
      { scenario: { steps: { a: { then: { outcome: 'crash' } } } }, profile: 'rails-1.0' },
    );
    expect(crashed.step('a').spans.at(-1)?.detail).toBe('running');
    const cancelled = await sandbox.run(
      { a: [] },
      { scenario: { actions: [{ at: '250ms', do: 'cancel_step', step: 'a' }] } },
    );
    expect(cancelled.step('a').spans).toEqual([
      { kind: 'attempt', fromMs: 0, toMs: 250, attempt: 1, detail: 'cancelled' },
    ]);
  });

  it('never overlap, and cover everything from the start to the last change', async () => {
    const run = await sandbox.run(
      { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] },
      { scenario: { concurrency: 1, steps: { b: { attempts: [FAILURE, FAILURE] } } } },
    );
    for (const step of run.report.steps) {
      const ends = step.spans.map(({ toMs }) => toMs);
      expect(step.spans.map(({ fromMs }) => fromMs)).toEqual([0, ...ends.slice(0, -1)]);
    }
  });
});

describe('a step in the report', () => {
  it('that is done has no reason and no error', async () => {
    const run = await sandbox.run(
      { a: [], b: ['a'] },
      { scenario: { steps: { a: { attempts: [FAILURE], results: { ok: true } } } } },
    );
    expect(run.step('a')).toMatchObject({
      dependsOn: [],
      state: 'complete',
      attempts: 2,
      retryLimit: 3,
      startedAt: '2030-01-01T00:00:00.000Z',
      endedAt: '2030-01-01T00:00:09.000Z',
      results: { ok: true },
      error: null,
      reason: null,
    });
    expect(run.step('b').dependsOn).toEqual(['a']);
  });

  it('that never ran has neither start nor end, and a reason', async () => {
    const run = await sandbox.run(
      { a: [], b: ['a'] },
      { specs: { a: { defaultRetryLimit: 1 } }, scenario: { steps: { a: { then: FAILURE } } } },
    );
    expect(run.step('a')).toMatchObject({
      error: 'down',
      reason: expect.stringContaining('used up') as unknown,
    });
    expect(run.step('b')).toMatchObject({ startedAt: null, endedAt: null, spans: [], error: null });
    expect(run.step('b').reason).toMatch(/^waits for a \(error/);
  });
});

describe('the reasons of a run that did not end well', () => {
  it('begin with the outcome and name every step that is not done', async () => {
    const run = await sandbox.run(
      { a: [], b: [] },
      { specs: { a: { defaultRetryLimit: 1 } }, scenario: { steps: { a: { then: FAILURE } } } },
    );
    expect(run.report.reasons).toEqual([
      'The task ended in error: no step can run any more, and it is not complete.',
      'a: failed once: its retry limit of 1 is used up',
    ]);
  });

  it('stop after eight steps and count the rest', async () => {
    const children = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`c${index}`, ['root']]));
    const run = await sandbox.run(
      { root: [], ...children },
      { specs: { root: { defaultRetryLimit: 1 } }, scenario: { steps: { root: { then: FAILURE } } } },
    );
    expect(run.report.reasons).toHaveLength(10);
    expect(run.report.reasons.at(-1)).toBe('… and more: 13 of 13 steps are not done.');
  });

  it.each([
    ['events', { limits: { events: 5 } }],
    ['virtual time', { limits: { virtual_time: '500ms' } }],
  ])('a limit of %s ends the run where it is', async (_, scenario) => {
    const run = await sandbox.run({ a: [], b: ['a'] }, { scenario });
    expect(run.report).toMatchObject({ outcome: 'limit_reached', taskState: 'in_progress' });
    expect(run.report.reasons[0]).toBe('A limit of the scenario ended the simulation before the task did.');
    expect(run.step('a').state).toBe('in_progress');
  });

  it('of steps that end one after another, those before the limit are written and told', async () => {
    const scenario = { limits: { virtual_time: 2 }, steps: { b: { latency: 3 } } };
    const run = await sandbox.run({ a: [], b: [] }, { scenario });
    expect(run.states).toEqual(['a:complete', 'b:in_progress']);
    expect(run.named('step.completed').map(({ payload }) => payload['step_name'])).toEqual(['a']);
    expect(run.report.endedAt).toBe('2030-01-01T00:00:01.000Z');
  });
});
