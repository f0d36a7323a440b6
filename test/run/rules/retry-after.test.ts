import { describe, expect, test } from 'vitest';
import {
  handlerRetryAfter,
  retryAfterSeconds,
  storedRetryAfter,
} from '../../../src-engine/run/rules/retry-after.ts';

const NOW = Date.UTC(2030, 0, 1, 12, 0, 0);

describe('the Retry-After header', () => {
  test('B-6: seconds are taken as they are and stored up to 300', () => {
    expect(retryAfterSeconds('30', NOW)).toBe(30);
    expect(storedRetryAfter(30)).toBe(30);
    expect(retryAfterSeconds('4000', NOW)).toBe(4_000);
    expect(storedRetryAfter(4_000)).toBe(300);
    expect(storedRetryAfter(100, 60)).toBe(60);
  });

  test('B-6: an HTTP date a minute ahead is a wait of 60 seconds', () => {
    expect(retryAfterSeconds('Tue, 01 Jan 2030 12:01:00 GMT', NOW)).toBe(60);
    expect(retryAfterSeconds('2030-01-01T12:01:00Z', NOW)).toBe(60);
  });

  test('a date in the past is no wait for the calculator and one second for the handler', () => {
    const past = 'Tue, 01 Jan 2030 11:00:00 GMT';
    expect(retryAfterSeconds(past, NOW)).toBe(0);
    expect(handlerRetryAfter(past, NOW)).toBe(1);
    expect(handlerRetryAfter('0', NOW)).toBe(0);
  });

  test.each(['', '  ', 'soon', '-5', '1.5', 'abc 1', '12:00', 'Tue, 99 Foo 2030 12:01:00 GMT', null])(
    '%j cannot be read and asks for nothing',
    (header) => {
      expect(retryAfterSeconds(header, NOW)).toBeNull();
      expect(handlerRetryAfter(header, NOW)).toBeNull();
    },
  );

  test('a date without a zone is not read, because it would depend on the machine', () => {
    expect(retryAfterSeconds('2030-01-01T12:01:00', NOW)).toBeNull();
  });
});
