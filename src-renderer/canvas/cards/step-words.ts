/** A step and how it is doing as one sentence, for whoever does not see the card. */
import type { GraphStep } from '../../graph/graph-model.ts';
import { stateLook } from '../../ui/state/step-state.ts';
import type { StepLook } from './step-look.ts';

/** e.g. `validate_cart, complete, attempt 1 of 3`. Without the countdown, which would be read out for ever. */
export function stepWords({ name, problems }: GraphStep, { state, attempt, limit }: StepLook): string {
  const parts = [name];
  if (state !== null) parts.push(stateLook(state).word);
  if (attempt > 0) parts.push(attemptWords(attempt, limit));
  if (problems > 0) parts.push(`${problems} ${problems === 1 ? 'problem' : 'problems'}`);
  return parts.join(', ');
}

export function attemptWords(attempt: number, limit: number | null): string {
  return limit === null ? `attempt ${attempt}` : `attempt ${attempt} of ${limit}`;
}
