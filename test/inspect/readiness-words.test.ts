import { describe, expect, test } from 'vitest';
import { listInWords } from '../../src-engine/inspect/list-in-words.ts';
import { explainStep } from '../../src-engine/inspect/readiness-words.ts';
import { facts, failedRow, row } from './rows.ts';

const blocked = { ready_for_execution: false };
const behind = { ...blocked, dependencies_satisfied: false, total_parents: 2, completed_parents: 1 };

describe('why a step is not running', () => {
  test.each([
    ['complete', 'is complete'],
    ['resolved_manually', 'was resolved by hand'],
    ['cancelled', 'was cancelled'],
    ['in_progress', 'is in progress, and no worker will ever say how it ended'],
  ] as const)('a step that is %s %s', (state, words) => {
    expect(explainStep(row({ ...blocked, current_state: state }), facts())).toBe(words);
  });

  test('while a worker lives, a step in progress is just that', () => {
    const running = row({ ...blocked, current_state: 'in_progress' });
    expect(explainStep(running, facts({ workerAlive: true }))).toBe('is in progress');
  });

  test('R-21: it waits for a failed parent, and says how often that may still be tried', () => {
    const parent = { name: 'process_payment', state: 'error', attempts: 3, retryLimit: 3 } as const;
    expect(explainStep(row(behind), facts({ unfinishedParents: [parent] }))).toBe(
      'waits for process_payment (error, attempt 3 of 3: no attempts left)',
    );
    expect(explainStep(row(behind), facts({ unfinishedParents: [{ ...parent, attempts: 1 }] }))).toBe(
      'waits for process_payment (error, attempt 1 of 3)',
    );
  });

  test('a parent that failed for good is not said to have attempts left', () => {
    const parent = { name: 'process_payment', state: 'error', attempts: 1, retryLimit: 3 } as const;
    const parents = [{ ...parent, retryEligible: false }];
    expect(explainStep(row(behind), facts({ unfinishedParents: parents }))).toBe(
      'waits for process_payment (error, failed for good)',
    );
  });

  test('R-21: a cancelled parent is never done', () => {
    const parents = [
      { name: 'a', state: 'cancelled' },
      { name: 'b', state: 'in_progress' },
    ] as const;
    expect(explainStep(row(behind), facts({ unfinishedParents: parents }))).toBe(
      'waits for a (cancelled, so it never will be done) and b (in progress)',
    );
  });

  test('parents that are not at hand are counted', () => {
    expect(explainStep(row(behind), facts())).toBe('waits for 1 of its 2 parents');
  });

  test('R-15: it waits for its retry delay, to the millisecond that SQL says', () => {
    expect(explainStep(failedRow({ next_retry_at: '2030-01-01T00:00:07.25' }), facts())).toBe(
      'failed once of 3 and waits until 2030-01-01T00:00:07.250Z',
    );
  });

  test('R-19: an explicit wait before the first attempt is told without a failure', () => {
    const waiting = row({ ...blocked, backoff_request_seconds: 30, next_retry_at: '2030-01-01T00:00:20' });
    expect(explainStep(waiting, facts())).toBe('waits until 2030-01-01T00:00:20.000Z');
  });

  test('R-13: its attempts are used up', () => {
    expect(explainStep(failedRow({ attempts: 3, retry_eligible: false }), facts())).toBe(
      'failed 3 times: its retry limit of 3 is used up',
    );
  });

  test('C-11: a limit of 0 allows no attempt', () => {
    expect(explainStep(row({ ...blocked, retry_limit: 0, retry_eligible: false }), facts())).toBe(
      'has a retry limit of 0, which allows no attempt at all',
    );
  });

  test('R-12: a step that is not retryable, before and after its first attempt', () => {
    const not = facts({ retryable: false });
    expect(explainStep(row(blocked), not)).toBe(
      'is not retryable, and this engine refuses even its first attempt',
    );
    expect(explainStep(failedRow({ attempts: 2 }), not)).toBe(
      'failed for good after 2 attempts: it is not retryable',
    );
  });

  test('R-11, D9: flags that keep it from running are named', () => {
    expect(explainStep(row(blocked), facts({ inProcess: true }))).toContain('is marked as in process');
    expect(explainStep(failedRow(), facts({ processed: true }))).toContain('is marked as processed');
  });

  test('a step that is ready says so, whatever it did before', () => {
    expect(explainStep(row(), facts())).toBe('is ready, but nothing starts it');
    expect(explainStep(failedRow({ ready_for_execution: true }), facts())).toBe(
      'failed once of 3 and is ready to be tried again, but nothing does it',
    );
  });

  test('nothing is decided again: a row that is not ready for no visible reason stays not ready', () => {
    expect(explainStep(row(blocked), facts())).toBe('never ran and is not ready');
    expect(explainStep(failedRow({ next_retry_at: null }), facts())).toBe('failed and is not ready');
  });
});

describe('a list in words', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('%j', (items, words) => {
    expect(listInWords(items)).toBe(words);
  });
});
