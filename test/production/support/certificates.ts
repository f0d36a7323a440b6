/** Certificates for tests of TLS, made anew for each run; nothing trusts them but the tests. */
import { generate } from 'selfsigned';

export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  /** Signs all others; `cert` is what a client is told to trust. */
  readonly ca: KeyPair;
  /** For localhost, 127.0.0.1 and ::1. */
  readonly server: KeyPair;
  /** Of the same authority, but for another host. */
  readonly wrongName: KeyPair;
  /** Made out to the role `viewer`. */
  readonly client: KeyPair;
  /** An authority that has signed none of them. */
  readonly otherCa: KeyPair;
}

/** Makes all of them; they are valid for a day. */
export async function makeCertificates(): Promise<Certificates> {
  const [ca, otherCa] = await Promise.all([authority('Test Authority'), authority('Other Authority')]);
  const local = [
    { type: 2, value: 'localhost' },
    { type: 7, ip: '127.0.0.1' },
    { type: 7, ip: '::1' },
  ] as const;
  const [server, wrongName, client] = await Promise.all([
    signed(ca, 'localhost', local),
    signed(ca, 'database.example.com', [{ type: 2, value: 'database.example.com' }]),
    signed(ca, 'viewer', [{ type: 2, value: 'viewer' }]),
  ]);
  return { ca, server, wrongName, client, otherCa };
}

type AltName = { readonly type: 2; readonly value: string } | { readonly type: 7; readonly ip: string };

// Elliptic keys are made in milliseconds.
const KEYS = { keyType: 'ec', algorithm: 'sha256' } as const;

async function authority(name: string): Promise<KeyPair> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...KEYS,
    ...validity(),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { cert: made.cert, key: made.private };
}

async function signed(ca: KeyPair, name: string, altNames: readonly AltName[]): Promise<KeyPair> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...KEYS,
    ...validity(),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      { name: 'subjectAltName', altNames: [...altNames] },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** From an hour ago: clocks of two machines need not agree. */
function validity(): { readonly notBeforeDate: Date; readonly notAfterDate: Date } {
  const now = Date.now();
  return { notBeforeDate: new Date(now - 3_600_000), notAfterDate: new Date(now + 86_400_000) };
}
