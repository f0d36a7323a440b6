/** From the TLS part of a target to options, and what a real handshake makes of them. */
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import * as tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectionTarget } from '../../../../src-engine/connection/target.ts';
import { tlsOptions } from '../../../../src-engine/store/production/reach/tls-options.ts';
import { troubleOf } from '../../../../src-engine/store/production/reach/trouble.ts';
import { CERTIFICATE, KEY } from './certificates.ts';
import { folderForTests, targetWith, TUNNEL } from './folder.ts';

const folder = folderForTests();
const caFile = folder.write('ca.pem', CERTIFICATE);
const keyFile = folder.write('key.pem', KEY);

const withTls = (part: ConnectionTarget['tls'], parts: Partial<ConnectionTarget> = {}) =>
  targetWith({ ...parts, tls: part });

describe('modes', () => {
  test('verify-full checks chain and name', async () => {
    const options = await tlsOptions(withTls({ mode: 'verify-full', caFile }));
    expect(options).toMatchObject({
      rejectUnauthorized: true,
      ca: CERTIFICATE,
      servername: 'db.example.com',
      minVersion: 'TLSv1.2',
    });
  });

  test('an address is no server name', async () => {
    const options = await tlsOptions(withTls({ mode: 'verify-full' }, { host: '10.0.0.7' }));
    expect(options).toMatchObject({ rejectUnauthorized: true });
    expect(options).not.toHaveProperty('servername');
  });

  test('verify-ca needs a CA of its own', async () => {
    expect(await tlsOptions(withTls({ mode: 'verify-ca', caFile }))).toMatchObject({
      rejectUnauthorized: true,
    });
    await expect(tlsOptions(withTls({ mode: 'verify-ca' }))).rejects.toMatchObject({ code: 'tls' });
  });

  test('only require leaves out the check, and not when there is a CA', async () => {
    expect(await tlsOptions(withTls({ mode: 'require' }))).toMatchObject({ rejectUnauthorized: false });
    expect(await tlsOptions(withTls({ mode: 'require', caFile }))).toMatchObject({
      rejectUnauthorized: true,
    });
  });

  test('no encryption: on this machine and through a tunnel alone', async () => {
    const mode = 'disable';
    for (const host of ['localhost', '127.0.0.1', '::1', '/var/run/postgresql'])
      expect(await tlsOptions(withTls({ mode }, { host }))).toBe(false);
    expect(await tlsOptions(withTls({ mode }, { tunnel: TUNNEL }))).toBe(false);
    await expect(tlsOptions(withTls({ mode }))).rejects.toMatchObject({
      name: 'Trouble',
      code: 'plain_text',
      message: expect.stringContaining('db.example.com:5432'),
    });
  });

  test('a socket in a folder is never encrypted', async () => {
    expect(await tlsOptions(withTls({ mode: 'verify-full' }, { host: '/tmp' }))).toBe(false);
  });
});

describe('files', () => {
  const otherKey = folder.write(
    'other.pem',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const lockedKey = folder.write(
    'locked.pem',
    generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString(),
  );
  const noise = folder.write('noise.pem', 'nothing of the kind');
  const broken = folder.write('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  const missing = `${folder.path}/missing.pem`;

  test('certificate and key of the client', async () => {
    const part = { mode: 'verify-full', certFile: caFile, keyFile } as const;
    expect(await tlsOptions(withTls(part))).toMatchObject({ cert: CERTIFICATE, key: KEY });
  });

  test.each<[string, Omit<ConnectionTarget['tls'], 'mode'>, string, RegExp]>([
    ['a CA that is not there', { caFile: missing }, missing, /is not there/],
    ['a folder', { caFile: folder.path }, folder.path, /is no file/],
    ['no PEM', { caFile: noise }, noise, /no certificate/],
    ['a broken block', { caFile: broken }, broken, /no certificate/],
    ['a key where a certificate should be', { caFile: keyFile }, keyFile, /no certificate/],
    ['no key', { certFile: caFile, keyFile: noise }, noise, /no key/],
    ['a locked key', { certFile: caFile, keyFile: lockedKey }, lockedKey, /passphrase/],
    ['a key of another certificate', { certFile: caFile, keyFile: otherKey }, otherKey, /does not belong/],
    ['a certificate without a key', { certFile: caFile }, caFile, /without its key/],
    ['a key without a certificate', { keyFile }, keyFile, /without its certificate/],
  ])('%s is trouble that names the file', async (_, files, named, message) => {
    const failed = tlsOptions(withTls({ mode: 'verify-full', ...files }));
    await expect(failed).rejects.toMatchObject({
      code: 'file',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w{3}/),
    });
    await expect(failed).rejects.toThrow(named);
  });
});

describe('a handshake', () => {
  const server = tls.createServer({ cert: CERTIFICATE, key: KEY }, (socket) => {
    socket.on('error', () => {});
    socket.end();
  });
  server.on('tlsClientError', () => {});
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  /** As `pg` does it behind a tunnel: the address is one of this machine. */
  async function shake(target: ConnectionTarget): Promise<string> {
    const options = await tlsOptions(target);
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve) => {
      const socket = tls.connect({ host: '127.0.0.1', port, ...options }, () => {
        socket.destroy();
        resolve('ok');
      });
      socket.on('error', (error) => resolve(troubleOf(error, target).message));
    });
  }

  test.each<[string, ConnectionTarget['tls'], string, RegExp]>([
    ['its name', { mode: 'verify-full', caFile }, 'db.example.com', /^ok$/],
    ['its address', { mode: 'verify-full', caFile }, '10.0.0.7', /^ok$/],
    ['another name', { mode: 'verify-full', caFile }, 'db.example.org', /made for another name/],
    ['another address', { mode: 'verify-full', caFile }, '127.0.0.1', /made for another name/],
    ['no CA', { mode: 'verify-full' }, 'db.example.com', /signed by nobody but itself/],
    ['another name, of no matter', { mode: 'verify-ca', caFile }, 'db.example.org', /^ok$/],
    ['nothing checked', { mode: 'require' }, 'db.example.org', /^ok$/],
  ])('%s', async (_, part, host, outcome) => {
    expect(await shake(withTls(part, { host }))).toMatch(outcome);
  });
});
