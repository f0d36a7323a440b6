/** One sign, word and colour for each state and outcome, so that colour is never the only difference. */
import type { StepState } from '../../../src-engine/run/state-machine.ts';
import type { Outcome } from '../../../src-engine/simulate/report.ts';
import type { Colours } from '../io.ts';

type Paint = (text: string) => string;

interface Style {
  readonly sign: string;
  readonly word: string;
  readonly paint: (colours: Colours) => Paint;
}

export const STEP_STYLES: Record<StepState, Style> = {
  complete: { sign: '✓', word: 'complete', paint: ({ green }) => green },
  resolved_manually: { sign: '✓', word: 'resolved by hand', paint: ({ cyan }) => cyan },
  error: { sign: '✗', word: 'error', paint: ({ red }) => red },
  in_progress: { sign: '▶', word: 'in progress', paint: ({ yellow }) => yellow },
  pending: { sign: '○', word: 'pending', paint: ({ dim }) => dim },
  cancelled: { sign: '⊘', word: 'cancelled', paint: ({ magenta }) => magenta },
};

export const OUTCOME_STYLES: Record<Outcome, Style> = {
  completed: { sign: '✓', word: 'Completed', paint: ({ green }) => green },
  resolved: { sign: '✓', word: 'Resolved by hand', paint: ({ cyan }) => cyan },
  failed: { sign: '✗', word: 'Failed', paint: ({ red }) => red },
  cancelled: { sign: '⊘', word: 'Cancelled', paint: ({ magenta }) => magenta },
  stuck: { sign: '■', word: 'Stuck', paint: ({ red }) => red },
  spinning: { sign: '↻', word: 'Spinning', paint: ({ red }) => red },
  limit_reached: { sign: '…', word: 'Stopped at a limit', paint: ({ yellow }) => yellow },
  rejected: { sign: '✗', word: 'Rejected', paint: ({ red }) => red },
};
