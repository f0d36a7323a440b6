import { expect, test } from 'vitest';
import { redacted } from '../../../src-main/desktop/boot/redacted.ts';

test.each([
  ['could not connect to postgres://anna:hush@db.example.com:5432/shop', ['anna', 'hush', 'db.example.com']],
  ['postgresql://db.example.com/shop is away', ['db.example.com']],
  ['redis://:hush@cache:6379', ['hush', 'cache']],
  ['bad password=hush for user', ['hush']],
  ['{"token": "hush", "apiKey": "hush"}', ['hush']],
  ['Authorization: hush', ['hush']],
  ['unexpected "4111 1111 1111 1111" in context', ['4111']],
  ['ENOENT: /home/anna/secret/order.yaml', ['anna']],
])('%s keeps its secrets', (line, secrets) => {
  const shown = redacted(line, '/home/anna');
  for (const secret of secrets) expect(shown).not.toContain(secret);
});

test('what is left says what happened', () => {
  expect(redacted('ENOENT: /home/anna/order.yaml', '/home/anna')).toBe('ENOENT: ~/order.yaml');
  expect(redacted('saveFile failed: Error: EACCES', '')).toBe('saveFile failed: Error: EACCES');
});

test('a line has an end', () => {
  expect(redacted('x'.repeat(100_000)).length).toBeLessThan(5_000);
});
