import { describe, expect, test } from 'vitest';
import {
  askedFilter,
  filterWords,
  isFiltering,
  NO_FILTER,
} from '../../../../src-renderer/store/production/filter.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');

describe('what tasks are asked for', () => {
  test('is nothing without a filter', () => {
    expect(askedFilter(NO_FILTER, NOW)).toEqual({});
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(filterWords(NO_FILTER)).toBe('all tasks');
  });

  test('counts an age back from now, to either side', () => {
    expect(askedFilter({ ...NO_FILTER, age: 'day' }, NOW)).toEqual({
      createdAfter: '2026-02-28T12:00:00.000Z',
    });
    expect(askedFilter({ ...NO_FILTER, age: 'olderHour' }, NOW)).toEqual({
      createdBefore: '2026-03-01T11:00:00.000Z',
    });
  });

  test('leaves out what is only blank, and trims the rest', () => {
    const filter = { ...NO_FILTER, name: '  charge ', namespace: '   ' };
    expect(askedFilter(filter, NOW)).toEqual({ name: 'charge' });
    expect(isFiltering(filter)).toBe(true);
  });

  test('is said in words', () => {
    const filter = {
      ...NO_FILTER,
      states: ['error', 'in_progress', 'pending'],
      age: 'week',
      namespace: 'billing',
      context: 'EUR',
      stuckOnly: true,
    } as const;
    expect(filterWords(filter)).toBe(
      'stuck tasks in state error, in progress or pending, of the last 7 days, in namespace billing, with context that contains “EUR”',
    );
  });
});
