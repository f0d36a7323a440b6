/** How bars are called and drawn: a colour by state, a pattern by what is waited for. Pure. */
import type { Bar, WaitKind } from '../../../src-engine/timeline/timeline.ts';
import { shortDuration } from '../../ui/data/virtual-time.ts';

export type Pattern = 'solid' | 'hatched' | 'dotted' | 'crossed' | 'lined' | 'dashed' | 'checked';

export const WAITS: Readonly<
  Record<WaitKind, { readonly word: string; readonly pattern: Pattern; readonly colour: string }>
> = {
  dependency: { word: 'waits for parents', pattern: 'dotted', colour: '--state-pending' },
  backoff: { word: 'backs off', pattern: 'hatched', colour: '--state-waiting' },
  batch: { word: 'waits for the batch', pattern: 'lined', colour: '--state-resolved' },
  concurrency: { word: 'waits for its slice', pattern: 'crossed', colour: '--state-in-progress' },
  reenqueue: { word: 'waits in the queue', pattern: 'dashed', colour: '--state-cancelled' },
  recovery: { word: 'waits for a lost worker', pattern: 'checked', colour: '--state-error' },
};

const ENDS = {
  complete: { word: 'complete', sign: '✓', colour: '--state-complete' },
  error: { word: 'failed', sign: '✗', colour: '--state-error' },
  cancelled: { word: 'cancelled', sign: '⊘', colour: '--state-cancelled' },
  resolved_manually: { word: 'resolved by hand', sign: '☑', colour: '--state-resolved' },
  crashed: { word: 'worker died', sign: '☠', colour: '--state-error' },
  running: { word: 'in progress', sign: '…', colour: '--state-in-progress' },
} as const;

export interface BarLook {
  readonly colour: string;
  readonly pattern: Pattern;
  readonly sign: string;
  readonly words: string;
}

export function barLook(bar: Bar): BarLook {
  const took = shortDuration(bar.toMs - bar.fromMs);
  if (bar.kind === 'wait') {
    const { word, pattern, colour } = WAITS[bar.wait];
    return {
      colour,
      pattern,
      sign: '',
      words: `${bar.step} ${word} for ${took}, before attempt ${bar.attempt}`,
    };
  }
  const { word, sign, colour } = ENDS[bar.end];
  const message = bar.message === null ? '' : `: ${bar.message.slice(0, 120)}`;
  return {
    colour,
    pattern: 'solid',
    sign,
    words: `${bar.step}, attempt ${bar.attempt}: ${word} after ${took}${message}`,
  };
}
