/**
 * Which fault an execution of a step meets: the listed one, else one drawn by its probability, else what `then` says, else success.
 */
import type { Chance } from './random.ts';
import { durationMs } from '../../run/time/virtual-time.ts';
import type { Attempt, Outage, StepFaults } from '../scenario.ts';

const SUCCESS: Attempt = { outcome: 'success' };

/** Drawn faults in the order their probabilities are laid side by side. */
const DRAWN = {
  retryable_error: { outcome: 'retryable_error' },
  permanent_error: { outcome: 'permanent_error' },
  unexpected_error: { outcome: 'unexpected_error', error_class: 'StandardError' },
  timeout: { outcome: 'timeout' },
  crash: { outcome: 'crash' },
} as const satisfies Record<string, Attempt>;

const UNAVAILABLE: Attempt = { outcome: 'http', status: 503 };

/** What an attempt does that begins while an outage lasts; undefined when none does. The first of several counts. */
export function outageOf(
  outages: readonly Outage[] | undefined,
  step: string,
  sinceStartMs: number,
): Attempt | undefined {
  const outage = outages?.find(
    ({ from, to, steps }) =>
      durationMs(from) <= sinceStartMs &&
      sinceStartMs < durationMs(to) &&
      (steps === undefined || steps.includes(step)),
  );
  return outage === undefined ? undefined : (outage.as ?? UNAVAILABLE);
}

export function faultOf(
  faults: StepFaults | undefined,
  execution: number,
  key: string,
  chance: Chance,
): Attempt {
  const listed = faults?.attempts?.[execution - 1];
  if (listed !== undefined) return listed;
  return drawn(faults, key, chance) ?? faults?.then ?? SUCCESS;
}

function drawn(faults: StepFaults | undefined, key: string, chance: Chance): Attempt | undefined {
  const { probabilities } = faults ?? {};
  if (probabilities === undefined) return undefined;
  let threshold = chance.unit(`fault/${key}`);
  for (const [name, attempt] of Object.entries(DRAWN)) {
    threshold -= probabilities[name as keyof typeof DRAWN] ?? 0;
    if (threshold < 0) return attempt;
  }
  return undefined;
}
