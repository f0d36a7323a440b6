/**
 * Passwords of connections, by their ids: encrypted in a file of their own where the system has a vault, in memory where it
 * has none. One that cannot be opened any more counts as none.
 */
import type { Report } from '../boot/failure-log.ts';
import type { JsonStore } from '../settings/json-store.ts';
import type { KeptSecret, KeptSecrets } from './kept.ts';
import type { Vault } from './vault.ts';

export interface Passwords {
  /** False: they are forgotten when the program ends. */
  canKeep(): Promise<boolean>;
  get(id: string): Promise<string | null>;
  /** Null forgets it. */
  set(id: string, password: string | null): Promise<void>;
  /** Forgets those of every other connection. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

/** Calls are to follow each other. */
export function createPasswords(kept: JsonStore<KeptSecrets>, vault: Vault, report: Report): Passwords {
  const inMemory = new Map<string, string>();
  const told = new Set<string>();

  /** Nothing is written where nothing changes: without a vault there is no file at all. */
  async function replace(next: KeptSecrets): Promise<void> {
    if (next.length > 0 || kept.get().length > 0) await kept.set(next);
  }

  async function sealAnew({ id }: KeptSecret, text: string): Promise<void> {
    const sealed = await vault.seal(text);
    await replace(kept.get().map((each) => (each.id === id ? { id, sealed } : each)));
  }

  async function opened(secret: KeptSecret): Promise<string | null> {
    let text: string;
    let isStale: boolean;
    try {
      ({ text, isStale } = await vault.open(secret.sealed));
    } catch {
      if (!told.has(secret.sealed)) report('a kept password can no longer be decrypted: it counts as none');
      told.add(secret.sealed);
      return null;
    }
    // It was opened: that it could not be written again does not take it away.
    if (isStale) await sealAnew(secret, text).catch((error: unknown) => report('sealing anew failed', error));
    return text;
  }

  return {
    canKeep: () => vault.canSeal(),
    get: async (id) => {
      const held = inMemory.get(id);
      if (held !== undefined) return held;
      const secret = kept.get().find((each) => each.id === id);
      return secret !== undefined && (await vault.canSeal()) ? opened(secret) : null;
    },
    set: async (id, password) => {
      // Whatever follows: the one before is not to come back, not even after a restart.
      inMemory.delete(id);
      const others = kept.get().filter((each) => each.id !== id);
      if (password === null) return replace(others);
      if (await vault.canSeal()) return replace([...others, { id, sealed: await vault.seal(password) }]);
      inMemory.set(id, password);
      return replace(others);
    },
    keepOnly: async (ids) => {
      for (const id of inMemory.keys()) if (!ids.has(id)) inMemory.delete(id);
      await replace(kept.get().filter(({ id }) => ids.has(id)));
    },
  };
}
