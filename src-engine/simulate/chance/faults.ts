/**
 * Which fault an execution of a step meets: the listed one, else one drawn by its probability, else what `then` says, else success.
 */
import type { Chance } from './random.ts';
import type { Attempt, StepFaults } from '../scenario.ts';

const SUCCESS: Attempt = { outcome: 'success' };

/** Drawn faults in the order their probabilities are laid side by side. */
const DRAWN = {
  retryable_error: { outcome: 'retryable_error' },
  permanent_error: { outcome: 'permanent_error' },
  unexpected_error: { outcome: 'unexpected_error', error_class: 'StandardError' },
  timeout: { outcome: 'timeout' },
  crash: { outcome: 'crash' },
} as const satisfies Record<string, Attempt>;

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
