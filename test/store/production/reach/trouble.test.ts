/** Every kind of error on the way, and what it is called. */
import { connect } from 'node:net';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { DatabaseError } from '../../../../src-engine/store/database-error.ts';
import { Trouble, troubleOf } from '../../../../src-engine/store/production/reach/trouble.ts';
import { targetWith, TUNNEL } from './folder.ts';

const target = targetWith();

function nodeError(code: string, message = code, more: object = {}): Error {
  return Object.assign(new Error(message), { code, ...more });
}

function serverError(code: string, message = 'so it is'): Error {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
}

describe('the way', () => {
  test.each<[string, Error, string, RegExp]>([
    ['an unknown name', nodeError('ENOTFOUND'), 'dns', /db\.example\.com is not known/],
    ['no resolver', nodeError('EAI_AGAIN'), 'dns', /not known/],
    ['nobody listens', nodeError('ECONNREFUSED'), 'refused', /Nothing listens at db\.example\.com:5432/],
    ['nobody on any address', new AggregateError([nodeError('ECONNREFUSED')], ''), 'refused', /Nothing/],
    ['no route', nodeError('EHOSTUNREACH'), 'unreachable', /closed/],
    ['no network', nodeError('ENETUNREACH'), 'unreachable', /closed/],
    ['cut', nodeError('ECONNRESET', 'read ECONNRESET'), 'unreachable', /cut/],
    ['dropped packets', nodeError('ETIMEDOUT'), 'timeout', /did not answer in time/],
    ["pg's own patience", new Error('timeout expired'), 'timeout', /did not answer in time/],
    ['a signal with a time', new DOMException('too late', 'TimeoutError'), 'timeout', /in time/],
    ['a signal', new DOMException('enough', 'AbortError'), 'cancelled', /called off/],
    ['a question that took too long', new Error('Query read timeout'), 'slow', /in time/],
    ['ended', new Error('Connection terminated unexpectedly'), 'lost', /lost/],
    ['written to nobody', nodeError('EPIPE'), 'lost', /lost/],
  ])('%s', (_, error, code, message) => {
    expect(troubleOf(error, target)).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a socket that is not there', () => {
    const trouble = troubleOf(nodeError('ENOENT'), targetWith({ host: '/tmp' }));
    expect(trouble).toMatchObject({ code: 'refused', message: expect.stringContaining('in /tmp') });
  });

  test('a real refusal', async () => {
    const error = await new Promise((resolve) => connect(1, '127.0.0.1').on('error', resolve));
    expect(troubleOf(error, targetWith({ host: '127.0.0.1', port: 1 })).code).toBe('refused');
  });
});

describe('the encryption', () => {
  test.each<[string, Error, RegExp]>([
    ['self-signed', nodeError('DEPTH_ZERO_SELF_SIGNED_CERT'), /by nobody but itself/],
    ['unknown CA', nodeError('SELF_SIGNED_CERT_IN_CHAIN'), /by a CA that is not trusted/],
    ['unknown issuer', nodeError('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), /by a CA that is not trusted/],
    ['no chain', nodeError('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), /by a CA that is not trusted/],
    ['expired', nodeError('CERT_HAS_EXPIRED'), /expired/],
    ['too early', nodeError('CERT_NOT_YET_VALID'), /not valid yet/],
    ['another name', nodeError('ERR_TLS_CERT_ALTNAME_INVALID'), /another name than db\.example\.com/],
    ['none', new Error('The server does not support SSL connections'), /does not encrypt/],
    ['no PostgreSQL', new Error('There was an error establishing an SSL connection'), /as PostgreSQL/],
    [
      'broken off',
      nodeError(
        'ECONNRESET',
        'Client network socket disconnected before secure TLS connection was established',
      ),
      /broke off/,
    ],
    ['asks for ours', nodeError('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), /certificate of ours/],
    [
      'asks for ours later',
      serverError('28000', 'connection requires a valid client certificate'),
      /of ours/,
    ],
    ['something else', nodeError('ERR_SSL_WRONG_VERSION_NUMBER'), /No encryption/],
  ])('%s', (_, error, message) => {
    expect(troubleOf(error, target)).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w{3}/),
    });
  });
});

describe('the server', () => {
  test.each<[string, string, string]>([
    ['28P01', 'password authentication failed for user "viewer"', 'auth'],
    ['28000', 'role "viewer" does not exist', 'auth'],
    ['28000', 'no pg_hba.conf entry for host "10.0.0.1", user "viewer", no encryption', 'not_allowed'],
    ['28000', 'pg_hba.conf rejects connection for host "10.0.0.1"', 'not_allowed'],
    ['28000', 'role "viewer" is not permitted to log in', 'not_allowed'],
    ['3D000', 'database "shop" does not exist', 'no_database'],
    ['53300', 'sorry, too many clients already', 'too_many'],
    ['42501', 'permission denied for table tasker_tasks', 'not_allowed'],
    ['57014', 'canceling statement due to statement timeout', 'slow'],
    ['57014', 'canceling statement due to user request', 'cancelled'],
    ['55P03', 'canceling statement due to lock timeout', 'locked'],
    ['57P01', 'terminating connection due to administrator command', 'lost'],
    ['57P02', 'crash of another server process', 'lost'],
    ['57P03', 'the database system is starting up', 'lost'],
    ['57P05', 'idle-session timeout', 'lost'],
    ['08006', 'connection failure', 'lost'],
    ['08P01', 'protocol violation', 'lost'],
    ['08P01', 'unsupported startup parameter: lock_timeout', 'not_allowed'],
    ['42P01', 'relation "x" does not exist: connection timeout', 'failed'],
  ])('%s %s: %s', (code, message, expected) => {
    expect(troubleOf(serverError(code, message), target).code).toBe(expected);
    const wrapped = new DatabaseError(`cannot connect: ${message}`, { code, sql: 'select 1' });
    expect(troubleOf(wrapped, target).code).toBe(expected);
  });

  test('a demand for encryption is told from a missing entry', () => {
    const hint = (message: string) => troubleOf(serverError('28000', message), target).hint;
    expect(hint('no pg_hba.conf entry for host "1.2.3.4", no encryption')).toContain('verify-full');
    expect(hint('no pg_hba.conf entry for host "1.2.3.4", SSL encryption')).not.toContain('verify-full');
  });

  test.each([
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string', /none was found/],
    ['SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match', /could not prove/],
    ['SASL: Only mechanism(s) SCRAM-SHA-256 are supported', /not known here/],
  ])('%s', (message, expected) => {
    expect(troubleOf(new Error(message), target)).toMatchObject({
      code: 'auth',
      message: expect.stringMatching(expected),
    });
  });
});

test('what is behind an error counts more than its wrapping', () => {
  const wrapped = new DatabaseError('cannot connect', { code: '08006', cause: nodeError('ENOTFOUND') });
  expect(troubleOf(wrapped, target).code).toBe('dns');
});

test('a Trouble stays what it is, and its place names the tunnel', () => {
  const trouble = new Trouble({ code: 'file', message: 'a', hint: 'b' });
  expect(troubleOf(trouble, target)).toBe(trouble);
  expect(troubleOf(new Error('Connection terminated'), targetWith({ tunnel: TUNNEL })).message).toBe(
    'The connection to viewer@db.example.com/shop through gate.example.com was lost.',
  );
});

test.each([undefined, null, 7, {}, 'text', new Error('')])('anything may be thrown: %s', (thrown) => {
  expect(troubleOf(thrown, target).code).toBe('failed');
});

test('an error that is its own cause ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(troubleOf(error, target).message).toMatch(/with an error: round$/);
});
