import { expect, test } from 'vitest';
import { redacted } from '../../../src-main/desktop/boot/redacted.ts';

test.each([
  ['could not connect to postgres://anna:hush@db.example.com:5432/shop', ['anna', 'hush', 'db.example.com']],
  ['postgresql://db.example.com/shop is away', ['db.example.com']],
  ['redis://:hush@cache:6379', ['hush', 'cache']],
  ['could not connect to postgres://anna:hush hush@db.example.com/shop', ['anna', 'hush', 'db.example']],
  ['could not connect to postgres://anna:h@ush/@db.example.com/shop', ['anna', 'ush', 'db.example']],
  ['postgres://db.example.com/shop?user=anna&password=hush', ['anna', 'hush', 'db.example']],
  ['host=db.example.com user=anna password=hush dbname=shop', ['anna', 'hush', 'db.example', 'shop']],
  ['bad password=hush for user', ['hush']],
  ["password='hush hush'", ['hush']],
  ["{ password: 'hush \\'hush' }", ['hush']],
  ['{"password":"hush \\" hush"}', ['hush']],
  ['PGPASSWORD=hush sslpassword=hush client_secret=hush', ['hush']],
  ['the passphrase: hush', ['hush']],
  ['Authorization: Bearer hush', ['hush']],
  ['getaddrinfo ENOTFOUND db.example.com', ['db.example']],
  ['connect ECONNREFUSED 10.0.0.5:5432', ['10.0.0.5']],
  ['password authentication failed for user "anna"', ['anna']],
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
  expect(redacted('connect ECONNREFUSED ::1:5432, password=hush', '')).toBe(
    'connect ECONNREFUSED <address> password=<hidden>',
  );
  expect(redacted('a kept password can no longer be decrypted')).toMatch(/^a kept password can no longer/);
});

test.each(['postgres://', 'password=', "'", 'host=', 'pass'])('a line full of %s is done at once', (part) => {
  const start = performance.now();
  redacted(part.repeat(2_000));
  expect(performance.now() - start).toBeLessThan(500);
});

test('a line has an end', () => {
  expect(redacted('x'.repeat(100_000)).length).toBeLessThan(5_000);
});
