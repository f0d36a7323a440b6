/** How a run that is over is called. */
import type { RunView } from '../../../src-engine/api/contract/run-schemas.ts';

const WORDS: Readonly<Record<NonNullable<RunView['outcome']>, string>> = {
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  resolved: 'resolved by hand',
  stuck: 'stuck',
  spinning: 'spinning',
  limit_reached: 'ended by a limit',
  rejected: 'rejected',
};

export function outcomeWords({ status, outcome }: RunView): string {
  if (status === 'failed') return 'the engine failed';
  return outcome === null ? status : WORDS[outcome];
}
