/** What the simulation lab asks of a run: stops, forks, moments, rows, comparisons, tests. */
import { z } from 'zod';
import type { ExpectationResult } from '../../simulate/check-expectation.ts';
import type { SimulationReport } from '../../simulate/report.ts';
import type { Json } from '../../template/template.ts';

const name = z.string().min(1).max(1_000);
const json = z.custom<Json>(() => true);

/** How far a run goes on, or which event is looked for. */
export const until = z.discriminatedUnion('kind', [
  /** One more event. */
  z.object({ kind: z.literal('event') }),
  /** Everything that happens at the next moment of virtual time. */
  z.object({ kind: z.literal('tick') }),
  /** The next event that moves the step to another state. */
  z.object({ kind: z.literal('step'), step: name }),
  /** The end of the run, or a breakpoint before it. */
  z.object({ kind: z.literal('end') }),
]);

/** Stops at the first event that meets everything it says; what is absent does not matter. */
export const breakpoint = z.object({
  id: name,
  isEnabled: z.boolean(),
  /** An event's name; `step.*` and `*` stand for several. */
  event: name.optional(),
  /** Name of a step. */
  step: name.optional(),
  /** The state that the event moves a step or the task to. */
  state: name.optional(),
  /** Number of the attempt that the event tells of. */
  attempt: z.number().int().min(1).optional(),
  /** An expression in CEL over `payload`, `name`, `seq` and `at` (seconds since the start), e.g. `payload.attempt_number > 1`. */
  expression: z.string().max(2_000).optional(),
  /** Stops from this hit on; default 1. */
  fromHit: z.number().int().min(1).optional(),
});

export const breakpointProblem = z.object({ id: z.string(), message: z.string() });

/**
 * What somebody does to a task by hand, as an action of a scenario without its time. `set_retry_limit` and `set_context`
 * change rows that no engine changes by itself.
 */
export const forkAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('cancel_task') }),
  z.object({ do: z.literal('resolve_task') }),
  z.object({ do: z.literal('retry_task') }),
  z.object({ do: z.literal('cancel_step'), step: name }),
  z.object({ do: z.literal('resolve_step'), step: name, results: z.json().optional() }),
  z.object({ do: z.literal('reset_step'), step: name }),
  z.object({ do: z.literal('set_retry_limit'), step: name, retry_limit: z.number().int().min(0).max(1_000) }),
  z.object({ do: z.literal('set_context'), context: z.record(z.string(), z.json()) }),
  z.object({ do: z.literal('worker_restart') }),
]);

/** Rows of one table as they were right after an event. */
export const tableRows = z.object({
  table: z.string(),
  /** Columns that name a row: two tables are compared by them. */
  key: z.array(z.string()).readonly(),
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(json).readonly()).readonly(),
});

export const stateRows = z.object({
  /** The rows are as they were right after this event. */
  seq: z.number().int(),
  now: z.string(),
  tables: z.array(tableRows).readonly(),
});

/** `atMs`: virtual milliseconds since the start. */
export const retryTime = z.object({ step: z.string(), attempt: z.number().int(), atMs: z.number() });

export const queryAnswer = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })).readonly(),
  rows: z.array(z.array(json).readonly()).readonly(),
  /** There are more rows than were taken. */
  isCut: z.boolean(),
});

/** What can be named in a query. */
export const sandboxSchema = z.object({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).readonly() })).readonly(),
  functions: z.array(z.object({ name: z.string(), signature: z.string() })).readonly(),
});

/** How a step went in two runs; null where one has no such step. */
export const comparedStep = z.object({
  step: z.string(),
  left: z.object({ state: z.string(), attempts: z.number(), endedAtMs: z.number().nullable() }).nullable(),
  right: z.object({ state: z.string(), attempts: z.number(), endedAtMs: z.number().nullable() }).nullable(),
  isSame: z.boolean(),
});

const comparedEnd = z.object({
  run: z.string(),
  events: z.number().int(),
  /** Null while it is under way. */
  outcome: z.string().nullable(),
  durationMs: z.number(),
});

export const comparison = z.object({
  /** Events 1…`common` are alike in both: name, time and payload. */
  common: z.number().int(),
  left: comparedEnd,
  right: comparedEnd,
  /** How much later the right one ended; negative when it ended earlier. */
  laterMs: z.number(),
  steps: z.array(comparedStep).readonly(),
  /** Where the two part and what follows from it, a sentence each. */
  sentences: z.array(z.string()).readonly(),
  /** What a difference of profiles teaches; null where the profiles are the same or nothing parts. */
  lesson: z.string().nullable(),
});

/** One scenario run to its end, and what became of its expectations. */
export const testAnswer = z.object({
  report: z.custom<SimulationReport>(() => true),
  /** Null when the scenario expects nothing. */
  expectation: z.custom<ExpectationResult>(() => true).nullable(),
});

export type Until = z.infer<typeof until>;
export type Breakpoint = z.infer<typeof breakpoint>;
export type BreakpointProblem = z.infer<typeof breakpointProblem>;
export type ForkAction = z.infer<typeof forkAction>;
export type TableRows = z.infer<typeof tableRows>;
export type StateRows = z.infer<typeof stateRows>;
export type QueryAnswer = z.infer<typeof queryAnswer>;
export type SandboxSchema = z.infer<typeof sandboxSchema>;
export type Comparison = z.infer<typeof comparison>;
export type TestAnswer = z.infer<typeof testAnswer>;
