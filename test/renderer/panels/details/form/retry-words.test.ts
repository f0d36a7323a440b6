import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  FAILURE_WAITS,
  retryWords,
} from '../../../../../src-renderer/panels/details/form/step/retry-words.ts';

test('a limit is told as tries, retries and the waits between them', () => {
  expect(retryWords(0)).toMatch(/^The step never runs/);
  expect(retryWords(-1)).toMatch(/^The step never runs/);
  expect(retryWords(1)).toBe('1 try and no retry.');
  expect(retryWords(2)).toMatch(/^1 try and 1 retry, after a wait of 2 s\./);
  expect(retryWords(3)).toMatch(/^1 try and 2 retries, after waits of 2 s and 4 s\./);
  expect(retryWords(6)).toMatch(/after waits of 2 s, 4 s, 8 s, 16 s and 30 s\./);
  expect(retryWords(2_000)).toMatch(
    /^1 try and 1,999 retries, after waits of 2 s, .* and then always 30 s\./,
  );
});

test('the waits are those of SQL', () => {
  const sql = readFileSync(resolve('sql/20_readiness/parts/documented_policy.sql'), 'utf8');
  expect(sql).toContain("least(power(2, least(coalesce(p_attempts, 1), 5)), 30) * interval '1 second'");
  expect(FAILURE_WAITS).toEqual([1, 2, 3, 4, 5].map((attempts) => Math.min(2 ** attempts, 30)));
});
