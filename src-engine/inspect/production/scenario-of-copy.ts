/**
 * A scenario from what happened to a real task: how its attempts ended, how long they took, what they said. Of attempts that
 * failed, rows keep the time and the last message only.
 */
import { stringify } from 'yaml';
import type { ProfileName } from '../../simulate/scenario.ts';
import type { CopiedStep, TaskCopy } from '../../store/production/rows/task-copy.ts';
import type { Json, JsonObject } from '../../template/template.ts';

interface Attempt {
  readonly ended: 'complete' | 'error' | 'cancelled' | 'under_way';
  readonly ms: number | null;
}

const DAY_MS = 86_400_000;
/** For what is to come after the moment that was copied. */
const DAYS_TO_COME = 30;

export function scenarioOfCopy(copy: TaskCopy, profile: ProfileName): string {
  const lived = Math.ceil(Math.max(0, Date.parse(copy.at) - Date.parse(copy.createdAt)) / DAY_MS);
  const steps = copy.steps.flatMap((step) => {
    const faults = faultsOf(step);
    return faults === null ? [] : [[step.name, faults] as const];
  });
  const head = `# What happened to task ${copy.id} until ${copy.at}. Attempts to come succeed, unless this says otherwise.\n`;
  return (
    head +
    stringify({
      name: `Task ${copy.id}`,
      description: `As task ${copy.id} went in production.`,
      profile,
      start_at: copy.createdAt,
      context: isObject(copy.context) ? copy.context : {},
      context_validation: 'ordinary',
      limits: { virtual_time: `${lived + DAYS_TO_COME}d` },
      ...(steps.length > 0 ? { steps: Object.fromEntries(steps) } : {}),
    })
  );
}

/** Null for a step that was never begun. */
function faultsOf(step: CopiedStep) {
  const attempts = attemptsOf(step);
  if (attempts.length === 0) return null;
  const done = attempts.findLast(({ ended }) => ended === 'complete');
  const isDone = done !== undefined;
  return {
    ...(done?.ms == null ? {} : { latency: `${done.ms}ms` }),
    attempts: attempts
      .filter(({ ended }) => ended !== 'under_way')
      .map((attempt, index) => faultOf(step, attempt, index === attempts.length - 1)),
    ...(isDone && step.results !== null && !isEmpty(step.results) ? { results: step.results } : {}),
  };
}

/** Attempts by their transitions: each begins in progress and ends with what follows. */
export function attemptsOf({ transitions }: Pick<CopiedStep, 'transitions'>): readonly Attempt[] {
  const attempts: Attempt[] = [];
  let since: number | null = null;
  for (const { to, at } of transitions) {
    const now = Date.parse(at);
    if (to === 'in_progress') since = now;
    else if (to === 'complete' || to === 'error' || to === 'cancelled') {
      attempts.push({ ended: to, ms: since === null ? null : Math.max(0, now - since) });
      since = null;
    }
  }
  if (since !== null) attempts.push({ ended: 'under_way', ms: null });
  return attempts;
}

function faultOf(step: CopiedStep, { ended, ms }: Attempt, isLast: boolean) {
  const latency = ms === null ? {} : { latency: `${ms}ms` };
  if (ended === 'complete') return { outcome: 'success', ...latency };
  const message = isLast ? errorOf(step) : null;
  const outcome = isLast && step.retryable === false ? 'permanent_error' : 'retryable_error';
  return { outcome, ...(message === null ? {} : { message }), ...latency };
}

/** The message of the last failure, which the engine merges into the results (state machine reference, section 6). */
export function errorOf({ results }: Pick<CopiedStep, 'results'>): string | null {
  if (!isObject(results)) return null;
  const message = results['error'] ?? results['error_message'];
  return typeof message === 'string' ? message : null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
