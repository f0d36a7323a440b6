/** Whatever an error says: no password and no URL comes out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { troubleOf } from '../../../../../src-engine/store/production/reach/trouble.ts';
import { redact } from '../../../../../src-engine/store/production/reach/trouble/redact.ts';
import { targetWith } from '../folder.ts';

const PASSWORD = `h@nter 2:/?#'"\\%`;

const HOSTILE = [
  `connect to postgres://viewer:${PASSWORD}@db.example.com:5432/shop failed`,
  `connect to postgresql://viewer:${encodeURIComponent(PASSWORD)}@db/shop?sslmode=require failed`,
  `could not parse "host=db password='${PASSWORD.replaceAll(/[\\']/g, String.raw`\$&`)}' user=viewer"`,
  `{"password":${JSON.stringify(PASSWORD)}}`,
  `PGPASSWORD=${PASSWORD}`,
  `the password ${PASSWORD} is wrong`,
  `the password ${PASSWORD.replace(' ', '\n')} is wrong`,
  `invalid connection option "${PASSWORD}"`,
  `x${PASSWORD}x`,
  `${PASSWORD.slice(0, 3)}${PASSWORD}`,
  `${'x'.repeat(5_000)}${PASSWORD}`,
];

describe('with the password known', () => {
  test.each(HOSTILE.map((text) => [text.slice(-60), text]))('%s', (_, text) => {
    for (const error of [
      new Error(text),
      new Error('wrapped', { cause: new Error(text) }),
      Object.assign(new Error(text), { code: 'XX000' }),
      Object.assign(new Error(text), { code: 'ECONNREFUSED', address: text }),
      Object.assign(new Error(text), { code: '28P01', detail: text, hint: text }),
      text,
    ]) {
      const trouble = troubleOf(error, targetWith(), [PASSWORD]);
      const said = [trouble.message, trouble.hint, trouble.stack, JSON.stringify(trouble)].join('\n');
      expect(said).not.toContain(PASSWORD);
      expect(said).not.toContain(encodeURIComponent(PASSWORD));
      expect(said).not.toContain(PASSWORD.slice(1, 8));
      expect(said).not.toMatch(/postgres(?:ql)?:\/\//);
      expect(trouble.cause).toBeUndefined();
    }
  });
});

describe('with no password known', () => {
  test.each([
    ['postgres://viewer:hunter2@db/shop is wrong', '(a URL) is wrong'],
    ['postgres://viewer:hun ter2@db/shop', '(a URL)'],
    ['see https://example.com/help now', 'see (a URL) now'],
    ['viewer:hunter2@db.example.com refused', '(a URL) refused'],
    ['host=db password=hunter2 user=x', 'host=db password=… user=x'],
    [`password='hun ter2' user=x`, 'password=… user=x'],
    ['{"password": "hun\\"ter2", "a": 1}', '{"password": …, "a": 1}'],
    ['bad password "hunter2"', 'bad password …'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY----- is bad', '(a key) is bad'],
    ['password authentication failed for user "viewer"', 'password authentication failed for user "viewer"'],
    ['two\nlines\u0000 and\u001b[31m colour', 'two lines and [31m colour'],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });
});

test('text is kept short, and hostile text does not keep it busy', () => {
  expect(redact('x'.repeat(1_000))).toHaveLength(301);
  const before = performance.now();
  redact('a.'.repeat(500_000));
  redact('password="'.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('whatever the password is and wherever it stands', () => {
  const password = fc
    .string({ minLength: 1, unit: 'binary-ascii' })
    .filter((text) => !'(a URL)(a key)…'.includes(text.trim()));
  fc.assert(
    fc.property(password, fc.string(), fc.string(), (secret, before, after) => {
      expect(redact(before + secret + after, [secret])).not.toContain(secret);
    }),
  );
});
