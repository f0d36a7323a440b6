/**
 * The shape of a step handler in virtual time: given an attempt, it says how the attempt ends and how long it takes.
 * It never touches the database; the executor applies what it says.
 */
import type { Json, JsonObject, StepTemplate } from '../template/template.ts';

export interface AttemptInput {
  readonly step: StepTemplate;
  /** 1 for the first execution of the step in its run; never reset, unlike the attempts in its row. */
  readonly execution: number;
  /** Virtual milliseconds from the start of the run to that of the attempt. */
  readonly sinceStartMs: number;
  /** The whole task context: what Tasker copies into `inputs`. */
  readonly context: JsonObject;
  /** Results of an earlier step by name; undefined for a name not asked for in `reads`. */
  readonly resultsOf: (stepName: string) => Json | undefined;
}

/** How the explicit wait before the next attempt is found: a given number of seconds, by the backoff table, or not at all. */
export type WaitWish =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'exponential' }
  | { readonly kind: 'none' };

export type AttemptOutcome =
  | { readonly kind: 'success'; readonly results: Json }
  | {
      readonly kind: 'failure';
      readonly errorClass: string;
      readonly message: string;
      /** True for what the handler declares hopeless; what that means is the profile's business. */
      readonly permanent: boolean;
      readonly wait: WaitWish;
      /** Merged into `results.error_details` by API handlers. */
      readonly details: JsonObject;
    }
  | { readonly kind: 'crash' };

export interface PlannedAttempt {
  readonly durationMs: number;
  readonly outcome: AttemptOutcome;
}

export interface Handler {
  /** Names of the earlier steps whose results the attempt wants to read. */
  reads(step: StepTemplate, execution: number, sinceStartMs: number): readonly string[];
  plan(input: AttemptInput): PlannedAttempt;
}
