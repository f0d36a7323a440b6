/**
 * Lends passwords to one engine process. A lent one is known there before the answer comes, so that the page's next call
 * finds it. Names are made by chance and good once; with the process they are gone.
 */
import { keptName } from '../../engine/lent-secrets.ts';
import type { LentPassword, SecretMessage } from '../../engine/lent-secrets.ts';

/** A process that was only just started reads its messages a moment later. */
const PATIENCE_MS = 10_000;

export interface LenderParts {
  post(message: SecretMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  newName(): string;
  /** Runs `action` later; the answer takes it back. */
  later(delayMs: number, action: () => void): () => void;
}

export interface Lender {
  /** Answers the name. Rejects when the process ends, or does not say in time that it has it. */
  lend(password: LentPassword): Promise<string>;
}

interface Waiting {
  readonly arrived: () => void;
  readonly failed: (error: Error) => void;
}

export function createLender(parts: LenderParts): Lender {
  const waiting = new Map<string, Waiting>();
  parts.onMessage((message) => {
    const name = keptName(message);
    if (name !== undefined) waiting.get(name)?.arrived();
  });
  parts.onExit(() => {
    for (const { failed } of waiting.values())
      failed(new Error('The engine ended before it had the password.'));
  });

  /** Resolves when the engine says that it has it. */
  function arrival(name: string): Promise<void> {
    let cancel = (): void => {};
    const told = new Promise<void>((resolve, reject) => {
      waiting.set(name, { arrived: resolve, failed: reject });
      const late = new Error('The engine did not take the password in time.');
      cancel = parts.later(PATIENCE_MS, () => reject(late));
    });
    return told.finally(() => {
      cancel();
      waiting.delete(name);
    });
  }

  return {
    lend: async ({ password, place }) => {
      const name = parts.newName();
      const arrived = arrival(name);
      parts.post({ kind: 'secret', name, password, place });
      await arrived;
      return name;
    },
  };
}
