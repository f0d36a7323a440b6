/** The ways in which a task can be stuck, in words. Pure. */
import type { StuckKind } from '../../../store/production/types.ts';

const TITLES: Readonly<Record<StuckKind, string>> = {
  failed_for_good: 'Failed for good',
  exhausted: 'Out of attempts',
  orphaned: 'Its worker is gone',
  cancelled_parent: 'Waits for a cancelled step',
  processed_in_error: 'Processed, and in error',
  never_allowed: 'Never allowed to begin',
  never_begun: 'The task was never begun',
};

const KNOWN: Readonly<Record<string, string>> = TITLES;

/** A kind that is not known here is shown by its own name. */
export function stuckTitle(kind: string): string {
  return KNOWN[kind] ?? kind.replaceAll('_', ' ');
}
