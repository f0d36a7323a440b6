import { expect, test } from 'vitest';
import { createLentSecrets, keptName } from '../../../src-main/engine/lent-secrets.ts';

const secret = (name: string, password = 'hush') => ({ kind: 'secret', name, password, place: 'here' });

test('a secret is taken once', () => {
  const lent = createLentSecrets();
  expect(lent.receive(secret('a'))).toEqual({ kind: 'secret_kept', name: 'a' });
  expect(lent.secrets.take('a', 'here')).toBe('hush');
  expect(lent.secrets.take('a', 'here')).toBeUndefined();
});

test('a secret goes to no other place, and is used up by the attempt', () => {
  const lent = createLentSecrets();
  lent.receive(secret('a'));
  expect(lent.secrets.take('a', 'elsewhere')).toBeUndefined();
  expect(lent.secrets.take('a', 'here')).toBeUndefined();
});

test('the answer is known by its name, and does not hold the secret', () => {
  const answer = createLentSecrets().receive(secret('a'));
  expect(keptName(answer)).toBe('a');
  expect(JSON.stringify(answer)).not.toContain('hush');
});

test.each([
  null,
  'secret',
  { type: 'connect' },
  { kind: 'secret', name: 'a' },
  { kind: 'secret', name: 'a', password: 'hush' },
  secret('a', 7 as never),
])('%o is no secret', (message) => {
  expect(createLentSecrets().receive(message)).toBeUndefined();
});

test.each([null, 'a', { kind: 'secret_kept' }, secret('a')])('%o is no answer', (message) => {
  expect(keptName(message)).toBeUndefined();
});

test('those that nobody takes do not pile up', () => {
  const lent = createLentSecrets();
  for (let count = 0; count < 60; count += 1) lent.receive(secret(`name ${count}`));
  expect(lent.secrets.take('name 0', 'here')).toBeUndefined();
  expect(lent.secrets.take('name 59', 'here')).toBe('hush');
});
