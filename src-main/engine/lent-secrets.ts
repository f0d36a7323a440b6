/**
 * Passwords that main lends to an engine in a process of its own: in memory, each for one use. Main is told when one has
 * arrived, because the page asks for a connection over another line, which may be faster.
 */
import { z } from 'zod';
import type { EngineSecrets } from '../../src-engine/api/engine-host.ts';

/** Of those that nobody takes, the oldest are forgotten. */
const MOST = 50;

const secretMessage = z.object({ kind: z.literal('secret'), name: z.string(), value: z.string() });
const secretKept = z.object({ kind: z.literal('secret_kept'), name: z.string() });

export type SecretMessage = z.infer<typeof secretMessage>;
export type SecretKept = z.infer<typeof secretKept>;

export interface LentSecrets {
  readonly secrets: EngineSecrets;
  /** The answer is for main; undefined when the message is about something else. */
  receive(message: unknown): SecretKept | undefined;
}

export function createLentSecrets(): LentSecrets {
  const values = new Map<string, string>();
  return {
    secrets: {
      take: (name) => {
        const value = values.get(name);
        values.delete(name);
        return value;
      },
    },
    receive: (message) => {
      const { data } = secretMessage.safeParse(message);
      if (data === undefined) return undefined;
      values.set(data.name, data.value);
      for (const oldest of [...values.keys()].slice(0, -MOST)) values.delete(oldest);
      return { kind: 'secret_kept', name: data.name };
    },
  };
}

/** Name of a secret that has arrived, from the engine's answer. */
export function keptName(message: unknown): string | undefined {
  return secretKept.safeParse(message).data?.name;
}
