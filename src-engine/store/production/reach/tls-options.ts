/** From the TLS part of a target to the `ssl` option of `pg`. Nothing is left unverified that was not chosen to be. */
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import * as tls from 'node:tls';
import { assertNever } from '../../../assert-never.ts';
import { type ConnectionTarget, isLocal } from '../../../connection/target.ts';
import { fileTrouble, readOwnFile } from './own-files.ts';
import { Trouble } from './trouble.ts';
import { addressOf } from './trouble/words.ts';

/**
 * `false`: no encryption, on this machine or through a tunnel alone.
 *
 * The name in the certificate is compared with the host of the target, whatever address is connected to: behind a tunnel that is
 * 127.0.0.1.
 */
export async function tlsOptions(target: ConnectionTarget): Promise<tls.ConnectionOptions | false> {
  const { mode } = target.tls;
  // PostgreSQL does not encrypt a socket in a folder, whatever it is asked.
  if (target.host.startsWith('/')) return false;
  if (mode === 'disable') return plainText(target);
  const files = await filesOf(target.tls);
  const common = {
    ...files,
    minVersion: 'TLSv1.2' as const,
    // A name only: an address there is against the standard, and Node warns.
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
  };
  switch (mode) {
    case 'verify-full':
      return {
        ...common,
        ca: files.ca ?? trusted(),
        rejectUnauthorized: true,
        checkServerIdentity: (_, certificate) => tls.checkServerIdentity(target.host, certificate),
      };
    case 'verify-ca':
      if (files.ca === undefined) throw anybody();
      return { ...common, rejectUnauthorized: true, checkServerIdentity: () => undefined };
    case 'require':
      // As libpq does: who gives a CA means it to be looked at.
      return { ...common, rejectUnauthorized: files.ca !== undefined, checkServerIdentity: () => undefined };
    default:
      return assertNever(mode);
  }
}

function plainText(target: ConnectionTarget): false {
  if (isLocal(target)) return false;
  throw new Trouble({
    code: 'plain_text',
    message: `Without encryption, password and data would go to ${addressOf(target)} for everybody to read.`,
    hint: 'Choose verify-full, or go there through an SSH tunnel.',
  });
}

/** Every holder of any certificate would be the server, if the name does not count. */
function anybody(): Trouble {
  return new Trouble({
    code: 'tls',
    message: 'verify-ca without a CA of your own would trust everybody who has any certificate.',
    hint: 'Enter the file with the certificate of the CA, or choose verify-full.',
  });
}

/** What Node brings and what the system knows besides, e.g. the CA of a company. Absent where Node cannot ask the system. */
function trusted(): string[] | undefined {
  if (!('getCACertificates' in tls)) return undefined;
  try {
    return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  } catch {
    return undefined;
  }
}

async function filesOf({ caFile, certFile, keyFile }: ConnectionTarget['tls']) {
  if (certFile !== undefined && keyFile === undefined) throw halfOf(certFile, 'client certificate', 'key');
  if (keyFile !== undefined && certFile === undefined) throw halfOf(keyFile, 'client key', 'certificate');
  const ca = caFile === undefined ? undefined : await certificates(caFile, 'file with the CA');
  if (certFile === undefined || keyFile === undefined) return ca === undefined ? {} : { ca };
  const cert = await certificates(certFile, 'client certificate');
  const key = await privateKey(keyFile);
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) {
    throw fileTrouble(keyFile, 'client key', `does not belong to ${certFile}`, 'Choose the two of one pair.');
  }
  return { ...(ca === undefined ? {} : { ca }), cert, key };
}

async function certificates(path: string, what: string): Promise<string> {
  const text = await readOwnFile(path, what);
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length === 0) throw new Error('no block');
    blocks.map((block) => new X509Certificate(block));
  } catch {
    throw fileTrouble(
      path,
      what,
      'holds no certificate in PEM form',
      'It begins with -----BEGIN CERTIFICATE-----; `openssl x509 -inform der -in FILE` makes one of a binary file.',
    );
  }
  return text;
}

async function privateKey(path: string): Promise<string> {
  const text = await readOwnFile(path, 'client key');
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text)) {
    const hint =
      'Make one without for this use: `openssl pkey -in FILE -out NEW`, and keep others from reading it.';
    throw fileTrouble(
      path,
      'client key',
      'is locked with a passphrase, which cannot be asked for here',
      hint,
    );
  }
  try {
    createPrivateKey(text);
  } catch {
    const hint = 'It begins with -----BEGIN PRIVATE KEY-----.';
    throw fileTrouble(path, 'client key', 'holds no key in PEM form', hint);
  }
  return text;
}

function halfOf(path: string, what: string, other: string): Trouble {
  return fileTrouble(path, what, `is given without its ${other}`, `Enter the file of the ${other} as well.`);
}
