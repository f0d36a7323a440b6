import { describe, expect, test } from 'vitest';
import {
  conditionRows,
  msLeft,
  shownState,
} from '../../../../src-renderer/panels/details/step/conditions.ts';
import { readiness, timeAt } from '../support/run.ts';

const NOW = timeAt(60_000);

/** Column → value and whether it holds. */
function table(change: Parameters<typeof readiness>[0]) {
  return Object.fromEntries(
    conditionRows(readiness(change), NOW).map(({ column, value, holds }) => [column, [value, holds]]),
  );
}

describe('the columns of a readiness row', () => {
  test('of a ready step say nothing against it', () => {
    expect(table({})).toEqual({
      current_state: ['pending', true],
      dependencies_satisfied: ['2 of 2', true],
      'attempts < retry_limit': ['0 of 3', true],
      retryable: ['yes', true],
      next_retry_at: ['none', true],
      retry_eligible: ['yes', true],
      processed: ['no', true],
      in_process: ['no', true],
    });
  });

  test('of a step that waits say what it waits for', () => {
    const waiting = table({
      ready_for_execution: false,
      current_state: 'error',
      attempts: 2,
      retry_eligible: false,
      next_retry_at: timeAt(90_000),
      backoff_request_seconds: 30,
    });
    expect(waiting).toMatchObject({
      next_retry_at: ['30.0 s left, 30 s asked for', false],
      retry_eligible: ['no', false],
      'attempts < retry_limit': ['2 of 3', true],
    });
  });

  test.each([
    [{ dependencies_satisfied: false, completed_parents: 1 }, 'dependencies_satisfied', '1 of 2'],
    [{ attempts: 3 }, 'attempts < retry_limit', '3 of 3'],
    [{ retryable: false }, 'retryable', 'no'],
    [{ processed: true }, 'processed', 'yes'],
    [{ in_process: true }, 'in_process', 'yes'],
    [{ current_state: 'complete' }, 'current_state', 'complete'],
  ])('%j is in the way', (change, column, value) => {
    expect(table({ ...change, ready_for_execution: false })[column]).toEqual([value, false]);
  });

  test('are in nobody’s way when SQL says that the step is ready: SQL decides', () => {
    expect(table({ retryable: false, in_process: true })).toMatchObject({
      retryable: ['no', null],
      in_process: ['yes', null],
    });
  });

  test('a step without parents says so', () => {
    expect(table({ total_parents: 0, completed_parents: 0 })).toMatchObject({
      dependencies_satisfied: ['no parents', true],
    });
  });
});

test('a wait counts down to nothing, never below', () => {
  const row = readiness({ next_retry_at: timeAt(61_500) });
  expect(msLeft(row, NOW)).toBe(1_500);
  expect(msLeft(row, timeAt(99_000))).toBe(0);
  expect(msLeft(readiness(), NOW)).toBe(0);
  expect(msLeft(row, '')).toBe(0);
});

test('a failed step looks as if it waits only while both log and SQL say that it is in error', () => {
  const row = readiness({ current_state: 'error', next_retry_at: timeAt(90_000) });
  expect(shownState('error', row, NOW)).toBe('waiting');
  expect(shownState('error', row, timeAt(95_000))).toBe('error');
  expect(shownState('in_progress', row, NOW)).toBe('in_progress');
  expect(shownState('error', { ...row, current_state: 'complete' }, NOW)).toBe('error');
  expect(shownState('error', undefined, NOW)).toBe('error');
});
