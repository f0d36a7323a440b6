/**
 * What is to happen in a simulated run: faults, latencies, actions and expectations, as data.
 * The zod schema is the only definition; the JSON schema shipped for editors is generated from it.
 */
import { z } from 'zod';

const durationText = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'a duration is a number with a unit: 250ms, 2s, 5m, 1h or 1d')
  .describe('A duration with its unit: 250ms, 2s, 5m, 1h, 1d.');

/** Seconds as a number, or text with a unit. */
export const durationSchema = z
  .union([z.number().min(0), durationText])
  .describe('Seconds, or text with a unit (250ms, 2s, 5m, 1h, 1d).');

export const latencySchema = z
  .union([
    durationSchema,
    z.strictObject({ constant: durationSchema }),
    z.strictObject({ uniform: z.tuple([durationSchema, durationSchema]).describe('Shortest and longest.') }),
    z.strictObject({
      log_normal: z.strictObject({
        median: durationSchema,
        sigma: z
          .number()
          .min(0)
          .max(5)
          .default(0.5)
          .describe('Standard deviation of the logarithm; 0.5 is usual for network calls.'),
      }),
    }),
  ])
  .describe('How long an attempt takes in virtual time.');

const errorText = { message: z.string().optional(), latency: latencySchema.optional() };

export const attemptSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('success'),
      results: z
        .json()
        .optional()
        .describe('What the handler returns; absent means the results of the step.'),
      latency: latencySchema.optional(),
    }),
    z.strictObject({
      outcome: z.literal('nothing').describe('The handler returns nil.'),
      latency: latencySchema.optional(),
    }),
    z.strictObject({
      outcome: z.literal('retryable_error'),
      ...errorText,
      retry_after: durationSchema.optional().describe('Explicit wait asked for by the handler.'),
    }),
    z.strictObject({
      outcome: z.literal('permanent_error'),
      ...errorText,
      error_code: z.string().optional(),
    }),
    z.strictObject({
      outcome: z.literal('unexpected_error'),
      ...errorText,
      error_class: z.string().default('StandardError'),
    }),
    z.strictObject({
      outcome: z.literal('http'),
      status: z.number().int().min(100).max(599),
      retry_after: durationSchema.optional().describe('Value of the Retry-After header.'),
      body: z.json().optional(),
      latency: latencySchema.optional(),
    }),
    z.strictObject({
      outcome: z.literal('timeout').describe('The handler gives up waiting after `after` and raises.'),
      message: z.string().optional(),
      after: durationSchema
        .optional()
        .describe("Default: the step's handler_config.timeout_seconds or timeout, else 30 s."),
    }),
    z.strictObject({
      outcome: z
        .literal('crash')
        .describe('The worker process dies; every step it was running stays in progress.'),
      latency: latencySchema.optional(),
    }),
  ])
  .describe('What one attempt of a step does.');

const chance = z.number().min(0).max(1);

export const stepFaultsSchema = z.strictObject({
  latency: latencySchema.optional(),
  attempts: z.array(attemptSchema).optional().describe('Attempt 1, 2, …; later attempts follow `then`.'),
  then: attemptSchema.optional().describe('What attempts beyond the list do; default success.'),
  results: z.json().optional().describe('What a success returns when the attempt does not say.'),
  probabilities: z
    .strictObject({
      retryable_error: chance.optional(),
      permanent_error: chance.optional(),
      unexpected_error: chance.optional(),
      timeout: chance.optional(),
      crash: chance.optional(),
    })
    .optional()
    .describe('Chance of each fault for attempts the list does not cover; the rest follow `then`.'),
});

const stepAction = { at: durationSchema.describe('Since the start of the run.'), step: z.string() };

export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({ at: durationSchema, do: z.literal('cancel_task') }),
  z.strictObject({ at: durationSchema, do: z.literal('resolve_task') }),
  z.strictObject({
    at: durationSchema,
    do: z.literal('retry_task').describe('error → pending and a new job.'),
  }),
  z.strictObject({ ...stepAction, do: z.literal('cancel_step') }),
  z.strictObject({ ...stepAction, do: z.literal('resolve_step'), results: z.json().optional() }),
  z.strictObject({
    ...stepAction,
    do: z.literal('reset_step').describe('error → pending with attempts set to 0.'),
  }),
  z.strictObject({
    ...stepAction,
    do: z.literal('set_retry_limit').describe('What somebody with a console does to a row.'),
    retry_limit: z.number().int().min(0).max(1000),
  }),
  z.strictObject({
    at: durationSchema,
    do: z.literal('set_context').describe('Replaces the context of the task.'),
    context: z.record(z.string(), z.json()),
  }),
  z.strictObject({
    at: durationSchema,
    do: z.literal('worker_restart').describe('The worker dies and comes back.'),
  }),
  z.strictObject({ at: durationSchema, do: z.literal('pause_database'), for: durationSchema }),
]);

export const outageSchema = z
  .strictObject({
    from: durationSchema.describe('Since the start of the run.'),
    to: durationSchema,
    steps: z.array(z.string()).optional().describe('Whose attempts it meets; default: those of every step.'),
    as: attemptSchema.optional().describe('What an attempt does then; default HTTP 503.'),
  })
  .describe('Attempts that begin between two times all do the same.');

export const profileSchema = z.enum(['documented', 'rails-1.0']);

export const expectationSchema = z.strictObject({
  task: z.enum(['pending', 'in_progress', 'complete', 'error', 'cancelled', 'resolved_manually']).optional(),
  outcome: z
    .enum(['completed', 'failed', 'cancelled', 'resolved', 'stuck', 'spinning', 'limit_reached', 'rejected'])
    .optional(),
  within: durationSchema.optional().describe('Virtual time from start to end, at most.'),
  steps: z
    .record(
      z.string(),
      z.strictObject({
        state: z
          .enum(['pending', 'in_progress', 'complete', 'error', 'cancelled', 'resolved_manually'])
          .optional(),
        attempts: z.number().int().min(0).optional(),
        results: z.json().optional(),
      }),
    )
    .optional(),
  events: z.array(z.string()).optional().describe('Event names that must occur in this order.'),
  never: z.array(z.string()).optional().describe('Event names that must not occur.'),
});

export const scenarioSchema = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  seed: z.number().int().min(0).max(4294967295).optional(),
  profile: profileSchema.optional(),
  environment: z.string().optional(),
  start_at: z.iso.datetime().optional().describe('Virtual time of the start; default 2030-01-01T00:00:00Z.'),
  context: z
    .record(z.string(), z.json())
    .optional()
    .describe('Context of the task; default: a sample made from the schema.'),
  context_validation: z
    .enum(['strict', 'ordinary'])
    .optional()
    .describe('strict is what Tasker does; default strict.'),
  request: z
    .strictObject({
      initiator: z.string().optional(),
      source_system: z.string().optional(),
      reason: z.string().optional(),
      tags: z.array(z.string()).optional(),
      bypass_steps: z.array(z.string()).optional(),
      identity_strategy: z.enum(['default', 'hash']).optional(),
    })
    .optional(),
  concurrency: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe(
      'Steps of one slice; default 12 (documented) or 3 (rails-1.0, what the shipped code really uses).',
    ),
  latency: latencySchema.optional().describe('Default latency of every step.'),
  steps: z.record(z.string(), stepFaultsSchema).optional(),
  actions: z.array(actionSchema).optional(),
  outages: z
    .array(outageSchema)
    .optional()
    .describe('While one lasts it counts before the faults of a step.'),
  recovery: z
    .strictObject({
      after: durationSchema.describe('How long a step may stay in progress without a worker. Default 5m.'),
    })
    .optional(),
  limits: z
    .strictObject({
      events: z.number().int().min(1).optional().describe('Default 100000.'),
      virtual_time: durationSchema.optional().describe('Default 30d.'),
    })
    .optional(),
  expect: expectationSchema.optional(),
});

export type Duration = z.infer<typeof durationSchema>;
export type Latency = z.infer<typeof latencySchema>;
export type Attempt = z.infer<typeof attemptSchema>;
export type StepFaults = z.infer<typeof stepFaultsSchema>;
export type Outage = z.infer<typeof outageSchema>;
export type Action = z.infer<typeof actionSchema>;
export type ProfileName = z.infer<typeof profileSchema>;
export type Expectation = z.infer<typeof expectationSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
