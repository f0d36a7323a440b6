/** URLs as people have them, and what becomes of them. */
import { describe, expect, test } from 'vitest';
import { type ParsedUrl, parseConnectionUrl } from '../../src-engine/connection/connection-url.ts';
import { connectionTarget } from '../../src-engine/connection/target-schema.ts';

type Parsed = Extract<ParsedUrl, { kind: 'target' }>;
type Parts = Omit<Partial<Parsed['target']>, 'tls'> & { tls?: Partial<Parsed['target']['tls']> };

function targetOf(text: string): Parsed {
  const parsed = parseConnectionUrl(text, 'me');
  if (parsed.kind === 'bad') throw new Error(parsed.message);
  return parsed;
}

test('a URL with everything', () => {
  const text =
    'postgres://viewer:s3cret@db.example.com:6543/shop?sslmode=verify-ca&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem';
  expect(targetOf(text)).toEqual({
    kind: 'target',
    target: {
      host: 'db.example.com',
      port: 6543,
      database: 'shop',
      user: 'viewer',
      tls: { mode: 'verify-ca', caFile: '/ca.pem', certFile: '/c.pem', keyFile: '/k.pem' },
      statementTimeoutMs: 8_000,
    },
    password: 's3cret',
    notes: [],
  });
});

describe('good and odd ones', () => {
  test.each<[string, Parts]>([
    ['postgresql://db.example.com', { host: 'db.example.com', port: 5432, database: 'me', user: 'me' }],
    ['  POSTGRES://viewer@db/shop\n', { host: 'db', user: 'viewer', database: 'shop' }],
    ['postgres://viewer@db', { database: 'viewer' }],
    ['postgres://[2001:db8::1]:5433/shop', { host: '2001:db8::1', port: 5433 }],
    ['postgres://[::1]/shop', { host: '::1', tls: { mode: 'disable' } }],
    ['postgres:///shop', { host: 'localhost', database: 'shop' }],
    ['postgres://viewer@/shop', { host: 'localhost', user: 'viewer' }],
    ['postgres://:5433/shop', { host: 'localhost', port: 5433 }],
    ['postgres://viewer@:5433/shop', { host: 'localhost', port: 5433, user: 'viewer' }],
    ['postgres://?dbname=shop&user=viewer', { host: 'localhost', database: 'shop', user: 'viewer' }],
    ['postgres:///shop?host=/var/run/postgresql', { host: '/var/run/postgresql', tls: { mode: 'disable' } }],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/shop', { host: '/var/run/postgresql' }],
    ['postgres:///shop?host=db.example.com&port=5433', { host: 'db.example.com', port: 5433 }],
    ['postgres://db/my%20shop%2F1', { database: 'my shop/1' }],
    ['postgres://a%40b:x@db/shop', { user: 'a@b' }],
    ['postgres://db/100%', { database: '100%' }],
    ['postgres://db/shop', { tls: { mode: 'verify-full' } }],
    ['postgres://localhost/shop', { tls: { mode: 'disable' } }],
    ['postgres://db/shop?sslmode=require', { tls: { mode: 'require' } }],
    ['postgres://db/shop?sslrootcert=system', { tls: { mode: 'verify-full' } }],
  ])('%s', (text, parts) => {
    const { target, notes } = targetOf(text);
    expect(target).toMatchObject(parts);
    expect(connectionTarget.parse(target)).toEqual(target);
    expect(notes).toEqual([]);
  });
});

describe('the password', () => {
  test.each([
    ['postgres://viewer:p%40ss%3A%2F%3F%23word@db/shop', 'p@ss:/?#word'],
    ['postgres://viewer:100%@db/shop', '100%'],
    ['postgres://db/shop?password=from%20here', 'from here'],
    ['postgres://viewer:first@db/shop?password=second', 'first'],
    ['postgres://viewer:with@sign@db/shop', 'with@sign'],
    ['postgres://viewer@db/shop', null],
    ['postgres://viewer:@db/shop', null],
  ])('of %s', (text, password) => {
    const parsed = targetOf(text);
    expect(parsed.password).toBe(password);
    expect(parsed.target).toMatchObject({ host: 'db', database: 'shop' });
  });

  test.each([
    'postgres://viewer:hunter2@db/shop?password=hunter2&sslmode=hunter&x=hunter2',
    'postgres://viewer:hunter2@/shop',
    'postgres://:hunter2@db',
    'postgres://viewer:hunter2@a,b/shop',
    'postgres://viewer:hunter2@db:0/shop',
    'postgres://viewer:hunter2@db:port/shop',
    'mysql://viewer:hunter2@db/shop',
    'viewer:hunter2@db/shop',
  ])('is nowhere but in its place: %s', (text) => {
    const parsed = parseConnectionUrl(text);
    const rest = parsed.kind === 'bad' ? parsed : { ...parsed, password: null };
    expect(JSON.stringify(rest)).not.toContain('hunter2');
  });
});

describe('what is not taken over is said', () => {
  test.each<[string, string[]]>([
    ['postgres://db/shop?sslmode=prefer', ['sslmode=prefer is not kept here: verify-full is used instead.']],
    ['postgres://localhost/shop?sslmode=allow', ['sslmode=allow is not kept here: disable is used instead.']],
    ['postgres://db/shop?sslmode=', ['sslmode= is not kept here: verify-full is used instead.']],
    [
      'postgres://db/shop?application_name=a&options=-c%20x&application_name=b',
      ['application_name is not taken over.', 'options is not taken over.'],
    ],
    ['postgres://db/shop?toString=1', ['toString is not taken over.']],
  ])('%s', (text, notes) => {
    expect(targetOf(text).notes).toEqual(notes);
  });

  test('sslmode=disable stays, and is refused where it is used', () => {
    expect(targetOf('postgres://db/shop?sslmode=disable').target.tls.mode).toBe('disable');
  });
});

test('the name of a service is handed on', () => {
  expect(targetOf('postgres:///?service=shop')).toMatchObject({ target: { service: 'shop' }, notes: [] });
  expect(targetOf('postgres:///?service=').target).not.toHaveProperty('service');
});

describe('bad ones', () => {
  test.each([
    ['', /no URL/],
    ['db.example.com', /no URL/],
    ['host=db dbname=shop', /no URL/],
    ['mysql://db/shop', /no URL/],
    ['postgres:/db/shop', /no URL/],
    ['postgres://db:port/shop', /no URL/],
    ['postgres://db:99999/shop', /no URL/],
    ['postgres://db:0/shop', /0 is no port/],
    ['postgres://db/shop?port=70000', /70000 is no port/],
    ['postgres://db/shop?port=5432,5433', /is no port/],
    ['postgres://a,b/shop', /several servers/],
    ['postgres://a:5432,b:5432/shop', /no URL|several servers/],
    ['postgres:///shop?host=a,b', /several servers/],
  ])('%s', (text, message) => {
    expect(parseConnectionUrl(text)).toMatchObject({
      kind: 'bad',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w{3}/),
    });
  });
});
