import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { IdentityRequest } from '../../../src-engine/run/rules/identity-hash.ts';
import { hashIdentity, identityText } from '../../../src-engine/run/rules/identity-hash.ts';

const REQUEST: IdentityRequest = {
  name: 'order',
  initiator: 'unknown',
  source_system: 'unknown',
  context: { order_id: 7, note: 'x' },
  reason: 'unknown',
  bypass_steps: [],
  requestedAt: Date.UTC(2025, 0, 2, 3, 4, 5, 678),
};
const TEXT =
  '{"name":"order","initiator":"unknown","source_system":"unknown","context":{"order_id":7,"note":"x"},' +
  '"reason":"unknown","bypass_steps":[],"requested_at":"2025-01-02 03:04"}';

describe('I-3: the hash identity', () => {
  test('is lower-case hex SHA-256 of the JSON text, keys in fixed order, time cut to the minute', () => {
    expect(identityText(REQUEST)).toBe(TEXT);
    expect(hashIdentity(REQUEST)).toBe(createHash('sha256').update(TEXT).digest('hex'));
    expect(hashIdentity(REQUEST)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is equal within the minute and differs in the next, whatever the zone of the machine', () => {
    const minute = Date.UTC(2025, 0, 2, 3, 4);
    const hashAt = (requestedAt: number) => hashIdentity({ ...REQUEST, requestedAt });
    expect(hashAt(minute)).toBe(hashIdentity(REQUEST));
    expect(hashAt(minute + 59_999)).toBe(hashIdentity(REQUEST));
    expect(hashAt(minute + 60_000)).not.toBe(hashIdentity(REQUEST));
  });

  test.each<Partial<IdentityRequest>>([
    { name: 'other' },
    { initiator: 'other' },
    { source_system: 'other' },
    { context: { order_id: 8, note: 'x' } },
    { context: { note: 'x', order_id: 7 } },
    { reason: 'other' },
    { bypass_steps: ['a'] },
  ])('differs with %j', (change) => {
    expect(hashIdentity({ ...REQUEST, ...change })).not.toBe(hashIdentity(REQUEST));
  });

  test('no bypass list counts as an empty one, and further keys of the request are not hashed', () => {
    expect(hashIdentity({ ...REQUEST, bypass_steps: null })).toBe(hashIdentity(REQUEST));
    const wider = { ...REQUEST, tags: ['a'], namespace: 'n', version: '2.0.0' };
    expect(hashIdentity(wider)).toBe(hashIdentity(REQUEST));
  });

  test('the characters that Rails escapes are escaped, in keys as in values, and no others', () => {
    const context = { '<k>': 'a & b \u2028\u2029 é / \n \u001f' };
    expect(identityText({ ...REQUEST, context })).toContain(
      String.raw`"context":{"\u003ck\u003e":"a \u0026 b \u2028\u2029 é / \n \u001f"}`,
    );
  });
});
