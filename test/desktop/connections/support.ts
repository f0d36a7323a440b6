/** Systems that encrypt as Electron does, with a cipher that anybody can follow. */
import type { SystemVault } from '../../../src-main/desktop/connections/vault.ts';

export interface SystemOptions {
  readonly isAvailable?: boolean;
  readonly backend?: string;
  readonly prefix?: string;
  readonly isStale?: boolean;
  /** What is sealed with one key cannot be opened with another. */
  readonly key?: number;
}

const DEFAULTS = { isAvailable: true, backend: 'gnome_libsecret', prefix: 'v11', isStale: false, key: 90 };

export function system(options: SystemOptions = {}): SystemVault {
  const { isAvailable, backend, prefix, isStale, key } = { ...DEFAULTS, ...options };
  return {
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text) => encrypted(text, prefix, key),
    decryptStringAsync: async (sealed) => ({ result: decrypted(sealed, key), shouldReEncrypt: isStale }),
    getSelectedStorageBackend: () => backend,
  };
}

/** With the calls that wait, as versions before had them. */
export function olderSystem(options: SystemOptions = {}): SystemVault {
  const { isAvailable, backend, prefix, key } = { ...DEFAULTS, ...options };
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text) => encrypted(text, prefix, key),
    decryptString: (sealed) => decrypted(sealed, key),
    getSelectedStorageBackend: () => backend,
  };
}

function encrypted(text: string, prefix: string, key: number): Buffer {
  return Buffer.concat([
    Buffer.from(`${prefix}${String.fromCodePoint(key)}`),
    flipped(Buffer.from(text), key),
  ]);
}

function decrypted(sealed: Buffer, key: number): string {
  if (!/^v1[012]/.test(sealed.toString('latin1')) || sealed[3] !== key)
    throw new Error('cannot be decrypted');
  return flipped(sealed.subarray(4), key).toString();
}

function flipped(bytes: Buffer, key: number): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ key));
}
