/** What is said of a run: its controls, its log, its task and its steps. */
import { z } from 'zod';
import { forkAction } from './lab-schemas.ts';
import type { SimulationReport } from '../../simulate/report.ts';
import type { Json } from '../../template/template.ts';
import { loggedEvent, profileName, text } from './values.ts';

/** Virtual seconds per second of waiting; `max` does not wait. */
export const speed = z.union([z.literal(1), z.literal(10), z.literal(100), z.literal('max')]);

/**
 * `running`: goes on by itself. `paused`: waits for step or resume. `finished`: came to its end, see `outcome`.
 * `stopped`: ended by the user. `failed`: the engine could not go on, see `error`.
 */
export const runStatus = z.enum(['running', 'paused', 'finished', 'stopped', 'failed']);

export const outcome = z.enum([
  'completed',
  'failed',
  'cancelled',
  'resolved',
  'stuck',
  'spinning',
  'limit_reached',
  'rejected',
]);

export const startRun = z.object({
  text,
  environment: z.string().optional(),
  /** Absent: every step succeeds in its drawn time. `name` is shown when the scenario gives none. */
  scenario: z.object({ text, name: z.string() }).optional(),
  /** Default: that of the scenario, else 1. */
  seed: z.number().int().min(0).max(4_294_967_295).optional(),
  /** Default: that of the scenario, else documented. */
  profile: profileName.optional(),
  speed,
  /** Waits before the first event. */
  paused: z.boolean().default(false),
});

export const runView = z.object({
  /** Different for every start, also after the engine was restarted. */
  run: z.string(),
  status: runStatus,
  speed,
  /** ISO-8601 virtual times. */
  startedAt: z.string(),
  now: z.string(),
  /** Length of the log as far as it is shown: events 1…`events` may be read. */
  events: z.number().int(),
  /** Null while it is under way, and when it was stopped. */
  outcome: outcome.nullable(),
  /** Why it ended this way, in sentences; empty when it completed, and while it is under way. */
  reasons: z.array(z.string()),
  /** What the engine stumbled over, when `failed`. */
  error: z.string().nullable(),
  template: z.object({ namespace: z.string(), name: z.string(), version: z.string() }),
  environment: z.string().nullable(),
  scenario: z.string().nullable(),
  seed: z.number(),
  profile: profileName,
  /** The run it was forked from; null for one that was started. */
  parent: z.string().nullable(),
  /** Events 1…`forkedAfter` are those of the parent; 0 for one that was started. */
  forkedAfter: z.number().int(),
  /** What the fork changed, a sentence each. */
  changes: z.array(z.string()),
  /** The breakpoint at whose event it stands; null while it goes, and when it was paused otherwise. */
  hit: z.string().nullable(),
});

/** A batch of the log, in order and without gaps, and the run as it was right after it. Never above 500 events. */
export const runNews = z.object({ events: z.array(loggedEvent).readonly(), view: runView });

export const stepTransition = z.object({ to: z.string(), at: z.string() });

/** A step as SQL sees it at the moment: the readiness row's columns keep their names. */
export const stepReadiness = z.object({
  name: z.string(),
  current_state: z.string(),
  dependencies_satisfied: z.boolean(),
  retry_eligible: z.boolean(),
  ready_for_execution: z.boolean(),
  /** ISO-8601 virtual times. */
  last_failure_at: z.string().nullable(),
  next_retry_at: z.string().nullable(),
  last_attempted_at: z.string().nullable(),
  total_parents: z.number(),
  completed_parents: z.number(),
  attempts: z.number(),
  retry_limit: z.number(),
  backoff_request_seconds: z.number().nullable(),
  processed: z.boolean(),
  retryable: z.boolean(),
  in_process: z.boolean(),
  results: z.custom<Json>(() => true),
  transitions: z.array(stepTransition).readonly(),
  /** Null when it is ready; Tasker's own word otherwise. */
  blocking_reason: z.string().nullable(),
  /** A sentence whose subject is the step, without its name: why it is (not) running. */
  words: z.string(),
});

export const readiness = z.object({
  /** The rows are as they were right after this event. */
  seq: z.number().int(),
  now: z.string(),
  steps: z.array(stepReadiness),
});

/** Something an operator could do, as actions of a scenario without their time. */
export const remedy = z.object({
  /** e.g. `Reset the attempts of charge_payment`. */
  title: z.string(),
  /** Why it may help, in a sentence. */
  reason: z.string(),
  /** In this order, all at the moment of the fork. */
  actions: z.array(forkAction).readonly(),
});

export const taskView = z.object({
  seq: z.number().int(),
  now: z.string(),
  task_id: z.number(),
  state: z.string(),
  execution_status: z.string(),
  recommended_action: z.string(),
  health_status: z.string(),
  completion_percentage: z.number(),
  total_steps: z.number(),
  pending_steps: z.number(),
  in_progress_steps: z.number(),
  completed_steps: z.number(),
  failed_steps: z.number(),
  ready_steps: z.number(),
  transitions: z.array(stepTransition).readonly(),
  /** A sentence whose subject is the task: where it stands and what it waits for. */
  words: z.string(),
  /** What may set a task going that does not go by itself, each to be tried in a fork; empty while it goes. */
  remedies: z.array(remedy).readonly(),
});

export const report = z.custom<SimulationReport>(() => true);

export type Speed = z.infer<typeof speed>;
export type RunStatus = z.infer<typeof runStatus>;
export type StartRun = z.input<typeof startRun>;
export type RunView = z.infer<typeof runView>;
export type RunNews = z.infer<typeof runNews>;
export type StepReadiness = z.infer<typeof stepReadiness>;
export type Readiness = z.infer<typeof readiness>;
export type TaskView = z.infer<typeof taskView>;
