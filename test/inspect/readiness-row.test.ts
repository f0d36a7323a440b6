import { describe, expect, test } from 'vitest';
import {
  backoffType,
  blockingReason,
  dependencyStatus,
  effectiveBackoffSeconds,
  retryStatus,
  timeUntilReady,
} from '../../src-engine/inspect/readiness-row.ts';
import { failedRow, NOW, row } from './rows.ts';

const blocked = { ready_for_execution: false };

describe('R-24: why a step is blocked, first match', () => {
  test.each([
    ['is ready', row(), null],
    [
      'parents open',
      row({ ...blocked, dependencies_satisfied: false, retry_eligible: false }),
      'dependencies_not_satisfied',
    ],
    ['attempts used up', failedRow({ retry_eligible: false }), 'retry_not_eligible'],
    ['in progress', row({ ...blocked, current_state: 'in_progress' }), 'invalid_state'],
    ['complete', row({ ...blocked, current_state: 'complete' }), 'invalid_state'],
    ['waiting for its retry', failedRow(), 'unknown'],
  ])('%s', (_, given, reason) => {
    expect(blockingReason(given)).toBe(reason);
  });
});

describe('R-25: texts and numbers of a readiness row', () => {
  test('how many parents are done', () => {
    expect(dependencyStatus(row())).toBe('no_dependencies');
    expect(dependencyStatus(row({ total_parents: 2, completed_parents: 2 }))).toBe('all_satisfied');
    const half = { total_parents: 2, completed_parents: 1, dependencies_satisfied: false };
    expect(dependencyStatus(row(half))).toBe('1/2_satisfied');
  });

  test('whether it may be tried again', () => {
    expect(retryStatus(failedRow({ attempts: 3, retry_eligible: false }))).toBe('max_retries_reached');
    expect(retryStatus(failedRow())).toBe('retry_eligible');
    expect(retryStatus(failedRow({ retry_eligible: false }))).toBe('waiting_for_backoff');
  });

  test('which wait it is in', () => {
    expect(backoffType(row())).toBe('no_backoff');
    expect(backoffType(failedRow())).toBe('exponential_backoff');
    expect(backoffType(failedRow({ backoff_request_seconds: 30 }))).toBe('explicit_backoff');
    expect(backoffType(row({ backoff_request_seconds: 30 }))).toBe('no_backoff');
  });

  test('the explicit wait, else 2, 4, 8, 16 and never more than 30 seconds, else none', () => {
    expect(effectiveBackoffSeconds(failedRow({ backoff_request_seconds: 120 }))).toBe(120);
    expect(effectiveBackoffSeconds(row({ backoff_request_seconds: 0 }))).toBe(0);
    expect([1, 2, 3, 4, 5, 60].map((attempts) => effectiveBackoffSeconds(failedRow({ attempts })))).toEqual([
      2, 4, 8, 16, 30, 30,
    ]);
    expect(effectiveBackoffSeconds(row())).toBe(0);
  });

  test('seconds until it may run: whole ones, 0 when ready or over, none when no time is known', () => {
    expect(timeUntilReady(row(), NOW)).toBe(0);
    expect(timeUntilReady(row(blocked), NOW)).toBeNull();
    expect(timeUntilReady(failedRow(), NOW + 250)).toBe(1);
    expect(timeUntilReady(failedRow(), NOW + 60_000)).toBe(0);
  });
});
