/** What is kept of connections on disk: where they lead in one file, encrypted passwords in another. */
import { z } from 'zod';
import { connectionTarget } from '../../../src-engine/connection/target-schema.ts';

export const MOST_CONNECTIONS = 200;
export const LONGEST_PASSWORD = 10_000;

export const connectionId = z.string().min(1).max(64);

/** Without a place for a password: one that is sent along is refused, or left out of the target. */
export const connectionSchema = z.strictObject({
  id: connectionId,
  name: z.string().min(1).max(255),
  colour: z.string().max(64).nullable(),
  isProduction: z.boolean(),
  target: connectionTarget,
});

export type KeptConnection = z.infer<typeof connectionSchema>;
export type KeptConnections = readonly KeptConnection[];

export const keptConnectionsSchema: z.ZodType<KeptConnections> = z
  .array(connectionSchema)
  .max(MOST_CONNECTIONS);

export interface KeptSecret {
  /** Of the connection. */
  readonly id: string;
  /** Encrypted by the system, in base64. */
  readonly sealed: string;
}

export type KeptSecrets = readonly KeptSecret[];

export const keptSecretsSchema: z.ZodType<KeptSecrets> = z
  .array(z.strictObject({ id: connectionId, sealed: z.base64().min(1) }))
  .max(MOST_CONNECTIONS);
