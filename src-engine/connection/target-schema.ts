/** The zod schema of a target: what crosses a border is checked by it. Its types are those of `target.ts`. */
import { z } from 'zod';
import type { ConnectionTarget } from './target.ts';
import { TLS_MODES } from './target.ts';

const path = z.string().min(1).max(4_096);
const name = z.string().min(1).max(255);
const port = z.number().int().min(1).max(65_535);

export const connectionTarget = z.object({
  host: name,
  port,
  database: name,
  user: name,
  tls: z.object({
    mode: z.enum(TLS_MODES),
    caFile: path.optional(),
    certFile: path.optional(),
    keyFile: path.optional(),
  }),
  service: name.optional(),
  schema: name.optional(),
  statementTimeoutMs: z.number().int().min(500).max(120_000),
  tunnel: z
    .object({
      host: name,
      port,
      user: name,
      keyFile: path.optional(),
      fingerprint: z.string().max(100).optional(),
    })
    .optional(),
}) satisfies z.ZodType<ConnectionTarget>;
