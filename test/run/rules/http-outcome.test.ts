import { describe, expect, test } from 'vitest';
import { httpOutcome } from '../../../src-engine/run/rules/http-outcome.ts';

describe('B-8: what an HTTP status means', () => {
  test('200 to 226 are success, and nothing else is', () => {
    const successes = Array.from({ length: 500 }, (_, index) => 100 + index).filter(
      (status) => httpOutcome(status).kind === 'success',
    );
    expect(successes).toEqual(Array.from({ length: 27 }, (_, index) => 200 + index));
  });

  test.each([429, 503])('%i is retryable with an explicit wait', (status) => {
    expect(httpOutcome(status, 'ignored')).toEqual({
      kind: 'retryable',
      backoff: true,
      message: `API call failed with retryable status ${status}`,
    });
  });

  test.each([400, 401, 403, 404, 422])('%i is permanent, with its code', (status) => {
    expect(httpOutcome(status, 'no')).toEqual({
      kind: 'permanent',
      errorCode: `HTTP_${status}`,
      message: `API call failed with permanent status ${status}: no`,
    });
  });

  test.each([100, 199, 227, 302, 402, 409, 418, 500, 502, 504, 599])(
    '%i is retryable without an explicit wait',
    (status) => {
      expect(httpOutcome(status, { detail: 'x' })).toEqual({
        kind: 'retryable',
        backoff: false,
        message: `API call failed with server error ${status}: {"detail":"x"}`,
      });
    },
  );
});
