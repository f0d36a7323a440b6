/** What a finished simulation tells its reader: the shape behind the CLI's table, timeline, verdict and `--json`. */
import type { Json } from '../template/template.ts';
import type { ProfileName } from './scenario.ts';
import type { StepState, TaskState } from '../run/state-machine.ts';

/**
 * How a simulated run ended. `completed`: task complete. `failed`: task in error. `cancelled`, `resolved`: by an action.
 * `stuck`: nothing will ever move again although the task is not finished. `spinning`: the coordinator loop repeats
 * without end and without changing anything. `limit_reached`: a limit of the scenario ended it. `rejected`: never created.
 */
export type Outcome =
  'completed' | 'failed' | 'cancelled' | 'resolved' | 'stuck' | 'spinning' | 'limit_reached' | 'rejected';

export interface SimulationReport {
  readonly template: { readonly namespace: string; readonly name: string; readonly version: string };
  readonly scenario: string | null;
  readonly profile: ProfileName;
  readonly seed: number;
  readonly environment: string | null;
  readonly outcome: Outcome;
  readonly taskState: TaskState | null;
  /** Why it ended this way, in sentences; empty when completed. */
  readonly reasons: readonly string[];
  /** ISO-8601 virtual times; `endedAt` is the time of the last event. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly durationMs: number;
  /** Number of rows in the event log. */
  readonly events: number;
  readonly steps: readonly StepReport[];
}

export interface StepReport {
  readonly name: string;
  readonly dependsOn: readonly string[];
  readonly state: StepState;
  readonly attempts: number;
  readonly retryLimit: number;
  /** ISO-8601 virtual time of the first attempt's start; null when it never ran. */
  readonly startedAt: string | null;
  /** ISO-8601 virtual time of the last state change; null when there was none. */
  readonly endedAt: string | null;
  readonly spans: readonly StepSpan[];
  readonly results: Json;
  /** Message of the last failure; null when it did not fail last. */
  readonly error: string | null;
  /** Why it is not done, in a sentence; null when it is done. */
  readonly reason: string | null;
}

/** A stretch of virtual time of one step, in milliseconds since the start of the run. */
export interface StepSpan {
  readonly kind: 'attempt' | 'wait';
  readonly fromMs: number;
  readonly toMs: number;
  /** Attempt number for both kinds: a wait belongs to the attempt it precedes. */
  readonly attempt: number;
  /** For an attempt: how it ended (`running` when it never did). For a wait: what was waited for. */
  readonly detail: 'complete' | 'error' | 'cancelled' | 'running' | 'dependencies' | 'backoff' | 'queue';
}
