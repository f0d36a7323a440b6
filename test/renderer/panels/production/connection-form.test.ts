import { describe, expect, test } from 'vitest';
import type { ConnectionForm } from '../../../../src-renderer/panels/production/connect/connection-form.ts';
import {
  connectionOf,
  formOf,
  NEW_FORM,
  offeredFingerprint,
  problemsOf,
  targetOf,
  withUrl,
} from '../../../../src-renderer/panels/production/connect/connection-form.ts';

const FULL: ConnectionForm = { ...NEW_FORM, name: 'orders', host: 'db', database: 'shop', user: 'viewer' };

function taken(form: ConnectionForm, url: string) {
  const pasted = withUrl(form, url);
  if (pasted.kind === 'bad') throw new Error(pasted.message);
  return pasted;
}

describe('a URL that is pasted', () => {
  test('fills the fields, and its password goes into the field of the password alone', () => {
    const { form, notes } = taken(NEW_FORM, 'postgres://ada:s3cret@db.example.com:6432/shop?sslmode=require');
    expect(form).toEqual({
      ...NEW_FORM,
      name: 'shop on db.example.com',
      host: 'db.example.com',
      port: '6432',
      database: 'shop',
      user: 'ada',
      password: 's3cret',
      tlsMode: 'require',
    });
    expect(notes).toEqual(['The password is in its own field now.']);
    expect(JSON.stringify({ ...form, password: null })).not.toContain('s3cret');
  });

  test('keeps what it says nothing about: password, name, schema, tunnel', () => {
    const before = {
      ...FULL,
      password: 'typed',
      schema: 'tasker',
      timeoutSeconds: '20',
      hasTunnel: true,
      tunnelHost: 'gate',
    };
    const { form } = taken(before, 'postgres://ada@other/shop');
    expect(form).toMatchObject({
      host: 'other',
      name: 'orders',
      password: 'typed',
      schema: 'tasker',
      timeoutSeconds: '20',
      tunnelHost: 'gate',
    });
  });

  test('tells what it did not take over', () => {
    expect(taken(FULL, 'postgres://db/shop?sslmode=prefer&channel_binding=require').notes).toEqual([
      'channel_binding is not taken over.',
      'sslmode=prefer is not kept here: verify-full is used instead.',
    ]);
  });

  test('changes nothing when it is none', () => {
    expect(withUrl(FULL, 'https://example.com').kind).toBe('bad');
  });
});

describe('the form', () => {
  test('says what is missing, and nothing when all is there', () => {
    expect(Object.keys(problemsOf(NEW_FORM)).toSorted()).toEqual(['database', 'host', 'name', 'user']);
    expect(problemsOf(FULL)).toEqual({});
  });

  test.each<[keyof ConnectionForm, Partial<ConnectionForm>]>([
    ['port', { port: '70000' }],
    ['port', { port: '' }],
    ['timeoutSeconds', { timeoutSeconds: '0.1' }],
    ['keyFile', { certFile: '/c.pem' }],
    ['certFile', { keyFile: '/k.pem' }],
    ['tunnelUser', { hasTunnel: true, tunnelHost: 'gate' }],
    ['fingerprint', { hasTunnel: true, tunnelHost: 'gate', tunnelUser: 'ops', fingerprint: 'MD5:00' }],
    ['tlsMode', { tlsMode: 'disable' }],
  ])('refuses a bad %s: %o', (key, change) => {
    expect(Object.keys(problemsOf({ ...FULL, ...change }))).toEqual([key]);
  });

  test('allows no encryption to this machine, and through a tunnel', () => {
    const plain = { ...FULL, tlsMode: 'disable' } as const;
    const tunnel = { hasTunnel: true, tunnelHost: 'gate', tunnelUser: 'ops' };
    expect(problemsOf({ ...plain, host: 'localhost' })).toEqual({});
    expect(problemsOf({ ...plain, ...tunnel })).toEqual({});
  });

  test('makes a target without what is empty, and never with a password', () => {
    const target = targetOf({ ...FULL, host: ' db ', password: 'typed', timeoutSeconds: '2.5' });
    expect(target).toEqual({
      host: 'db',
      port: 5_432,
      database: 'shop',
      user: 'viewer',
      tls: { mode: 'verify-full' },
      statementTimeoutMs: 2_500,
    });
    expect(JSON.stringify(connectionOf({ ...FULL, password: 'typed' }, 'a'))).not.toContain('typed');
  });

  test('is the same again after it was saved', () => {
    const form: ConnectionForm = {
      ...FULL,
      schema: 'tasker',
      caFile: '/ca.pem',
      hasTunnel: true,
      tunnelHost: 'gate',
      tunnelUser: 'ops',
      fingerprint: 'SHA256:abc',
      colour: 'green',
      isProduction: false,
    };
    expect(formOf({ ...connectionOf(form, 'a'), hasPassword: true })).toEqual(form);
  });
});

test('a fingerprint is found in the words of a refusal', () => {
  expect(offeredFingerprint('Its key is SHA256:kP3+x/9 and it is not known.')).toBe('SHA256:kP3+x/9');
  expect(offeredFingerprint('Its key is not known.')).toBeNull();
});
