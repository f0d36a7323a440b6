/**
 * What a failed attempt leaves in the step's row: error keys, the explicit wait, and whether it may be tried again.
 * Facts: state machine reference, sections 4, 5 and 8; orchestration reference, section 9.
 */
import type { AttemptOutcome, WaitWish } from '../../handlers/handler.ts';
import type { StepChange } from '../../store/calls/workbench-calls.ts';
import type { JsonObject, StepTemplate } from '../../template/template.ts';
import { storedRetryAfter } from '../rules/retry-after.ts';
import { BACKOFF_DEFAULTS, backoffSeconds } from '../rules/retry-delay.ts';
import type { RunStep, TaskRun } from '../task-run.ts';

type Failure = Extract<AttemptOutcome, { kind: 'failure' }>;

/** An explicit wait that was stored, and how it was found. */
export interface AppliedWait {
  readonly seconds: number;
  readonly type: 'server_requested' | 'exponential';
}

export interface AppliedFailure {
  readonly failure: Failure;
  readonly wait: AppliedWait | null;
  readonly change: Pick<StepChange, 'error' | 'wait' | 'retryable'>;
}

const CLEAR_WAIT = -1;

export function applyFailure(run: TaskRun, step: RunStep, attempt: number, failure: Failure): AppliedFailure {
  const { profile } = run.setup;
  const wait = explicitWait(run, step, attempt, failure.wait);
  return {
    failure,
    wait,
    change: {
      error: errorKeys(step.template, failure),
      ...(wait !== null ? { wait: wait.seconds } : profile.clearsStaleWait ? { wait: CLEAR_WAIT } : {}),
      ...(failure.permanent && profile.permanentErrorsEndRetries ? { retryable: false } : {}),
    },
  };
}

/** Whether the step's handler is one of Tasker's API handlers. */
function isApiStep(step: StepTemplate): boolean {
  return step.handlerConfig?.['type'] === 'api';
}

function explicitWait(run: TaskRun, step: RunStep, attempt: number, wish: WaitWish): AppliedWait | null {
  const { profile } = run.setup;
  const api = isApiStep(step.template);
  if (wish.kind === 'none' || !(api || profile.explicitWaitForEveryHandler)) return null;
  if (wish.kind === 'seconds') {
    return { seconds: storedRetryAfter(wish.seconds), type: 'server_requested' };
  }
  if (!api || !exponentialEnabled(step.template, profile.exponentialBackoffByDefault)) return null;
  const seconds = backoffSeconds(attempt, BACKOFF_DEFAULTS, (from, to) =>
    run.setup.uniformInt(`backoff/${step.template.name}/${attempt}`, from, to),
  );
  return { seconds, type: 'exponential' };
}

function exponentialEnabled(step: StepTemplate, byDefault: boolean): boolean {
  const value = step.handlerConfig?.['enable_exponential_backoff'];
  return value === undefined ? byDefault : value === true;
}

function errorKeys(step: StepTemplate, failure: Failure): JsonObject {
  const keys = {
    error: failure.message,
    error_class: failure.errorClass,
    backtrace: `${step.handlerClass}#process (simulated)`,
  };
  if (!isApiStep(step)) return keys;
  const details = {
    error_message: failure.message,
    error_class: failure.errorClass,
    backtrace: keys.backtrace,
    ...failure.details,
  };
  return { ...keys, error_details: details };
}
