import { describe, expect, test } from 'vitest';
import { checkExpectation } from '../../src-engine/simulate/check-expectation.ts';
import { FAILED_REPORT } from '../cli/support/fixed-report.ts';

const EVENTS = [
  'task.start_requested',
  'step.completed',
  'step.failed',
  'step.retry_requested',
  'step.failed',
].map((name) => ({ name }));

describe('what a scenario expects', () => {
  test('is met, and every single expectation is counted', () => {
    const expectation = {
      task: 'error',
      outcome: 'failed',
      within: '72s',
      steps: { pay: { state: 'error', attempts: 2 }, mail: { state: 'pending' } },
      events: ['step.completed', 'step.failed', 'step.failed'],
      never: ['task.completed', 'task.cancelled'],
    } as const;
    const mutable = { ...expectation, events: [...expectation.events], never: [...expectation.never] };
    expect(checkExpectation(mutable, FAILED_REPORT, EVENTS)).toEqual({ total: 9, unmet: [] });
  });

  test.each([
    [{ task: 'complete' as const }, 'the task is error, expected was complete.'],
    [{ outcome: 'completed' as const }, 'the outcome is failed, expected was completed.'],
    [{ within: 71.9 }, 'the run took 72 s, expected were at most 71.9.'],
    [{ steps: { pay: { attempts: 3 } } }, 'pay: the number of attempts is 2, expected was 3.'],
    [
      { steps: { mail: { state: 'complete' as const } } },
      'mail: the state is pending, expected was complete.',
    ],
    [{ steps: { nobody: {} } }, 'nobody is expected, but there is no such step.'],
    [
      { events: ['step.failed', 'step.completed'] },
      'the event step.completed does not occur after step.failed.',
    ],
    [{ events: ['task.completed'] }, 'the event task.completed does not occur.'],
    [{ never: ['step.failed'] }, 'the event step.failed occurs, and was expected never to.'],
  ])('%j is told when it is not met', (expectation, sentence) => {
    expect(checkExpectation(expectation, FAILED_REPORT, EVENTS)).toEqual({ total: 1, unmet: [sentence] });
  });

  test('results may have more keys than were asked for, at every level', () => {
    const steps = FAILED_REPORT.steps.map((step) =>
      step.name === 'cart'
        ? { ...step, results: { total: 12.5, lines: [{ sku: 'a', n: 1 }], by: { a: 1, b: 2 } } }
        : step,
    );
    const check = (results: object) =>
      checkExpectation(
        { steps: { cart: { results: JSON.parse(JSON.stringify(results)) } } },
        { ...FAILED_REPORT, steps },
        [],
      );
    expect(check({ total: 12.5, by: { b: 2 } }).unmet).toEqual([]);
    expect(check({ lines: [{ n: 1, sku: 'a' }] }).unmet).toEqual([]);
    expect(check({ lines: [{ sku: 'a' }] }).unmet).toHaveLength(1);
    expect(check({ by: { c: 3 } }).unmet).toEqual(['cart: results.by.c is null, expected was 3.']);
  });
});
