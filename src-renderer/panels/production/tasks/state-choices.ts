/** The states of tasks that can be asked for: those of the generation, and whatever else was seen. Pure. */
import { TASK_STATES } from '../../../../src-engine/connection/states.ts';
import type { Facts } from '../../../store/production/types.ts';

export function stateChoices(
  generation: Facts['generation'],
  ...seen: readonly (readonly string[])[]
): readonly string[] {
  return [...new Set([...TASK_STATES[generation], ...seen.flat()])];
}
