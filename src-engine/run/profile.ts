/**
 * A profile is one policy object plus a schema of SQL bodies on the search path. The loop reads the policy; it never asks
 * which profile it runs under. Facts: state machine reference, sections 5 to 7; orchestration reference, sections 4 to 7.
 */
import type { ProfileName } from '../simulate/scenario.ts';
import type { FunctionSet } from '../store/session.ts';
import type { StepState } from './state-machine.ts';

export interface Profile {
  readonly name: ProfileName;
  /** Whose SQL functions say what is ready. */
  readonly functions: FunctionSet;
  /** Steps that run at once in a slice when the scenario does not say. */
  readonly concurrency: number;
  /** Whether a failed step is moved error → pending right before its next attempt; without it the executor skips it. */
  readonly retriesFailedSteps: boolean;
  /** Whether a permanent error makes the step not retryable. */
  readonly permanentErrorsEndRetries: boolean;
  /** Whether any handler's retry_after is stored as an explicit wait, or only an API handler's. */
  readonly explicitWaitForEveryHandler: boolean;
  /** Exponential backoff of an API step whose template does not say. */
  readonly exponentialBackoffByDefault: boolean;
  /** Whether a failure without an explicit wait clears the one an earlier failure left. */
  readonly clearsStaleWait: boolean;
  /** Step states that count as finished when a task is to be completed. */
  readonly finishedStates: readonly StepState[];
  /** Whether the loop stops when the task was cancelled under it. */
  readonly stopsWhenCancelled: boolean;
  /** Seconds after which a job whose task is not complete is run again, and how often a job runs at most; null: never. */
  readonly jobRetry: { readonly delaySeconds: number; readonly executions: number } | null;
  /** Whether an unfinished task is re-enqueued after the documented delays. */
  readonly reenqueues: boolean;
  /** Whether steps left in progress by a dead worker are recovered. */
  readonly recoversCrashedSteps: boolean;
  /** Whether every layer's copy of an event is shown, as upstream emits them, or each change once. */
  readonly showsEventCopies: boolean;
}

/** What Tasker promises. */
export const DOCUMENTED: Profile = {
  name: 'documented',
  functions: 'documented',
  concurrency: 12,
  retriesFailedSteps: true,
  permanentErrorsEndRetries: true,
  explicitWaitForEveryHandler: true,
  exponentialBackoffByDefault: true,
  clearsStaleWait: true,
  finishedStates: ['complete', 'resolved_manually', 'cancelled'],
  stopsWhenCancelled: true,
  jobRetry: null,
  reenqueues: true,
  recoversCrashedSteps: true,
  showsEventCopies: false,
};

/** What the shipped engine does, quirk by quirk. */
export const RAILS_1_0: Profile = {
  name: 'rails-1.0',
  functions: 'rails-1.0',
  concurrency: 3,
  retriesFailedSteps: false,
  permanentErrorsEndRetries: false,
  explicitWaitForEveryHandler: false,
  exponentialBackoffByDefault: false,
  clearsStaleWait: false,
  finishedStates: ['complete', 'resolved_manually'],
  stopsWhenCancelled: false,
  jobRetry: { delaySeconds: 3, executions: 3 },
  reenqueues: false,
  recoversCrashedSteps: false,
  showsEventCopies: true,
};

const PROFILES: Record<ProfileName, Profile> = { documented: DOCUMENTED, 'rails-1.0': RAILS_1_0 };

export function profileNamed(name: ProfileName): Profile {
  return PROFILES[name];
}
