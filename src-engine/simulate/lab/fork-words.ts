/** What a fork changes, in sentences for the tree of branches. */
import { isDeepStrictEqual } from 'node:util';
import type { ForkAction } from '../../api/contract/lab-schemas.ts';
import { assertNever } from '../../assert-never.ts';
import type { Attempt, Scenario, StepFaults } from '../scenario.ts';
import type { SessionSource } from '../session/run-session.ts';

export function changesInWords(
  before: Scenario,
  { scenario, scenarioName }: SessionSource,
  actions: readonly ForkAction[],
): readonly string[] {
  const others = scenario === before ? [] : scenarioChanges(before, scenario, scenarioName);
  return [...others, ...actions.map(actionInWords)];
}

const MOST_SENTENCES = 6;

function scenarioChanges(before: Scenario, after: Scenario, name: string | null): readonly string[] {
  const steps = [...new Set([...Object.keys(before.steps ?? {}), ...Object.keys(after.steps ?? {})])];
  const told = steps.flatMap((step) =>
    stepChanges(step, before.steps?.[step] ?? {}, after.steps?.[step] ?? {}),
  );
  const { steps: _before, ...restBefore } = before;
  const { steps: _after, ...restAfter } = after;
  const rest = isDeepStrictEqual(restBefore, restAfter)
    ? []
    : [`It goes on with the scenario ${name ?? 'without a name'}.`];
  const all = [...told, ...rest];
  if (all.length <= MOST_SENTENCES) return all;
  return [
    ...all.slice(0, MOST_SENTENCES),
    `… and ${all.length - MOST_SENTENCES} more changes of the scenario.`,
  ];
}

function stepChanges(step: string, before: StepFaults, after: StepFaults): readonly string[] {
  const count = Math.max(before.attempts?.length ?? 0, after.attempts?.length ?? 0);
  const attempts = Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const now = after.attempts?.[index];
    if (isDeepStrictEqual(before.attempts?.[index], now)) return [];
    const what = now === undefined ? 'is as all later ones' : attemptInWords(now);
    return [`Attempt ${index + 1} of ${step} ${what}.`];
  });
  const { attempts: _before, ...restBefore } = before;
  const { attempts: _after, ...restAfter } = after;
  return isDeepStrictEqual(restBefore, restAfter) ? attempts : [...attempts, `Other faults of ${step}.`];
}

function attemptInWords(attempt: Attempt): string {
  switch (attempt.outcome) {
    case 'success':
      return 'succeeds';
    case 'nothing':
      return 'returns nothing';
    case 'retryable_error':
      return 'fails and may be tried again';
    case 'permanent_error':
      return 'fails for good';
    case 'unexpected_error':
      return 'raises an unexpected error';
    case 'http':
      return `is answered with HTTP ${attempt.status}`;
    case 'timeout':
      return 'times out';
    case 'crash':
      return 'takes the worker with it';
    default:
      return assertNever(attempt);
  }
}

function actionInWords(action: ForkAction): string {
  switch (action.do) {
    case 'cancel_task':
      return 'The task is cancelled.';
    case 'resolve_task':
      return 'The task is resolved by hand.';
    case 'retry_task':
      return 'The task is put into the queue again.';
    case 'cancel_step':
      return `${action.step} is cancelled.`;
    case 'resolve_step':
      return `${action.step} is resolved by hand.`;
    case 'reset_step':
      return `The attempts of ${action.step} are reset.`;
    case 'set_retry_limit':
      return `The retry limit of ${action.step} becomes ${action.retry_limit}.`;
    case 'set_context':
      return 'The task gets another context.';
    case 'worker_restart':
      return 'The worker is restarted.';
    default:
      return assertNever(action);
  }
}
