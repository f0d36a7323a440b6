/**
 * Encrypts with a key of the system: Keychain, DPAPI, the keyring of a Linux desktop. Where there is none, Electron goes on
 * with a key that stands in its source; such a vault is no vault, and says so.
 */

/** The part of Electron's module that is used. Older versions have only the calls that wait, newer ones only the others. */
export interface SystemVault {
  isEncryptionAvailable?(): boolean;
  encryptString?(text: string): Buffer;
  decryptString?(sealed: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(
    sealed: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** On Linux only. */
  getSelectedStorageBackend?(): string;
}

export interface Opened {
  readonly text: string;
  /** It should be sealed anew: the key has changed. */
  readonly isStale: boolean;
}

export interface Vault {
  /** False: what is sealed could be opened by anybody. Stays the same while the program runs. */
  canSeal(): Promise<boolean>;
  /** In base64. */
  seal(text: string): Promise<string>;
  /** Rejects when it cannot be opened (any more). */
  open(sealed: string): Promise<Opened>;
}

/** How texts begin on Linux that were encrypted with the key that everybody knows. */
const KNOWN_KEY = 'v10';

/** To be used once the app is ready. */
export function createVault(system: SystemVault, platform: string): Vault {
  let answer: Promise<boolean> | undefined;

  async function encrypt(text: string): Promise<Buffer> {
    const sealed = await (system.encryptStringAsync?.(text) ?? system.encryptString?.(text));
    if (sealed === undefined) throw new Error('This system encrypts nothing.');
    return sealed;
  }

  async function isSafe(): Promise<boolean> {
    try {
      if (system.getSelectedStorageBackend?.() === 'basic_text') return false;
      const isAvailable = system.isAsyncEncryptionAvailable?.() ?? system.isEncryptionAvailable?.() ?? false;
      if (!(await isAvailable)) return false;
      // The newer calls are always available, and take the known key when a keyring does not answer.
      return platform !== 'linux' || !(await encrypt('a try')).toString('latin1').startsWith(KNOWN_KEY);
    } catch {
      return false;
    }
  }

  return {
    canSeal: () => (answer ??= isSafe()),
    seal: async (text) => (await encrypt(text)).toString('base64'),
    open: async (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const opened = await system.decryptStringAsync?.(bytes);
      if (opened !== undefined) return { text: opened.result, isStale: opened.shouldReEncrypt };
      const text = system.decryptString?.(bytes);
      if (text === undefined) throw new Error('This system decrypts nothing.');
      return { text, isStale: false };
    },
  };
}
