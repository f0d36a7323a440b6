/** What each kind of fault means to the executor. */
import { assertNever } from '../assert-never.ts';
import { httpOutcome } from '../run/rules/http-outcome.ts';
import { durationMs } from '../run/time/virtual-time.ts';
import type { Attempt, Duration } from '../simulate/scenario.ts';
import type { Json, JsonObject, StepTemplate } from '../template/template.ts';
import type { AttemptOutcome, WaitWish } from './handler.ts';

const RETRYABLE = 'Tasker::RetryableError';
const PERMANENT = 'Tasker::PermanentError';

/** `results` is what a success returns, references resolved. */
export function outcomeOf(step: StepTemplate, fault: Attempt, results: Json): AttemptOutcome {
  switch (fault.outcome) {
    case 'success':
    case 'nothing':
      return { kind: 'success', results };
    case 'retryable_error':
      return failure(
        RETRYABLE,
        fault.message ?? `${step.name} failed for a moment`,
        askedWait(fault.retry_after),
      );
    case 'permanent_error':
      return {
        ...failure(PERMANENT, fault.message ?? `${step.name} cannot succeed`, { kind: 'none' }),
        permanent: true,
        details: fault.error_code === undefined ? {} : { error_code: fault.error_code },
      };
    case 'unexpected_error':
      return failure(fault.error_class, fault.message ?? `${step.name} raised an error`, { kind: 'none' });
    case 'timeout':
      return failure('Timeout::Error', fault.message ?? 'execution expired', { kind: 'none' });
    case 'http':
      return answered(fault, results);
    case 'crash':
      return { kind: 'crash' };
    default:
      return assertNever(fault);
  }
}

/** An HTTP answer by its status code (orchestration reference, section 9.1). */
function answered(fault: Extract<Attempt, { outcome: 'http' }>, results: Json): AttemptOutcome {
  const { status } = fault;
  const meaning = httpOutcome(status, fault.body);
  if (meaning.kind === 'success') return { kind: 'success', results };
  const context: JsonObject = { status, ...(fault.body === undefined ? {} : { body: fault.body }) };
  if (meaning.kind === 'permanent') {
    return {
      ...failure(PERMANENT, meaning.message, { kind: 'none' }),
      permanent: true,
      details: { error_code: meaning.errorCode, error_context: context },
    };
  }
  const wait: WaitWish = meaning.backoff ? askedWait(fault.retry_after) : { kind: 'none' };
  return { ...failure(RETRYABLE, meaning.message, wait), details: { error_context: context } };
}

/** A given number of seconds, rounded up to whole ones as a header would be, else by the backoff table. */
function askedWait(retryAfter: Duration | undefined): WaitWish {
  if (retryAfter === undefined) return { kind: 'exponential' };
  return { kind: 'seconds', seconds: Math.ceil(durationMs(retryAfter) / 1_000) };
}

function failure(
  errorClass: string,
  message: string,
  wait: WaitWish,
): Extract<AttemptOutcome, { kind: 'failure' }> {
  return { kind: 'failure', errorClass, message, permanent: false, wait, details: {} };
}
