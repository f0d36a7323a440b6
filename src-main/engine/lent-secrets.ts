/**
 * Passwords that main lends to an engine in a process of its own: in memory, each for one use at one place. Main is
 * told when one has arrived, because the page asks for a connection over another line, which may be faster.
 */
import { z } from 'zod';
import type { EngineSecrets } from '../../src-engine/production/engine-secrets.ts';

/** Of those that nobody takes, the oldest are forgotten. */
const MOST = 50;

const secretMessage = z.object({
  kind: z.literal('secret'),
  name: z.string(),
  password: z.string(),
  place: z.string(),
});
const secretKept = z.object({ kind: z.literal('secret_kept'), name: z.string() });

export type SecretMessage = z.infer<typeof secretMessage>;
/** `place`: that of the saved target, as `placeOf` has it. */
export type LentPassword = Pick<SecretMessage, 'password' | 'place'>;
export type SecretKept = z.infer<typeof secretKept>;

export interface LentSecrets {
  readonly secrets: EngineSecrets;
  /** The answer is for main; undefined when the message is about something else. */
  receive(message: unknown): SecretKept | undefined;
}

export function createLentSecrets(): LentSecrets {
  const passwords = new Map<string, LentPassword>();
  return {
    secrets: {
      take: (name, place) => {
        const lent = passwords.get(name);
        passwords.delete(name);
        return lent?.place === place ? lent.password : undefined;
      },
    },
    receive: (message) => {
      const { data } = secretMessage.safeParse(message);
      if (data === undefined) return undefined;
      passwords.set(data.name, { password: data.password, place: data.place });
      for (const oldest of [...passwords.keys()].slice(0, -MOST)) passwords.delete(oldest);
      return { kind: 'secret_kept', name: data.name };
    },
  };
}

/** Name of a secret that has arrived, from the engine's answer. */
export function keptName(message: unknown): string | undefined {
  return secretKept.safeParse(message).data?.name;
}
