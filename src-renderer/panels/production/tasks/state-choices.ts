/** The states of tasks that can be asked for: those of the generation, and whatever else was seen. Pure. */
import type { Facts } from '../../../store/production/types.ts';

const RAILS = ['pending', 'in_progress', 'complete', 'error', 'cancelled', 'resolved_manually'] as const;
const CORE = [
  'pending',
  'initializing',
  'enqueuing_steps',
  'steps_in_process',
  'evaluating_results',
  'waiting_for_dependencies',
  'waiting_for_retry',
  'blocked_by_failures',
  'complete',
  'error',
  'cancelled',
  'resolved_manually',
] as const;

export function stateChoices(
  generation: Facts['generation'],
  ...seen: readonly (readonly string[])[]
): readonly string[] {
  return [...new Set([...(generation === 'rails' ? RAILS : CORE), ...seen.flat()])];
}
