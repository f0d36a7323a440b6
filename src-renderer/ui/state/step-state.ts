/**
 * How a step's state looks: a word, an icon and a colour each. `waiting` is no state of Tasker's: it is how a failed step
 * looks while a time for its next attempt is known. A state that is not listed is shown by its own name.
 */
import type { LucideIcon } from 'lucide-react';
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePlay,
  CircleX,
  Hand,
  Hourglass,
} from 'lucide-react';

export interface StateLook {
  readonly word: string;
  readonly icon: LucideIcon;
  /** Name of a colour of the theme, e.g. `--state-error`. */
  readonly colour: string;
}

const LOOKS: Readonly<Record<string, StateLook>> = {
  pending: { word: 'pending', icon: CircleDashed, colour: '--state-pending' },
  in_progress: { word: 'in progress', icon: CirclePlay, colour: '--state-in-progress' },
  complete: { word: 'complete', icon: CircleCheck, colour: '--state-complete' },
  error: { word: 'error', icon: CircleX, colour: '--state-error' },
  cancelled: { word: 'cancelled', icon: Ban, colour: '--state-cancelled' },
  resolved_manually: { word: 'resolved by hand', icon: Hand, colour: '--state-resolved' },
  waiting: { word: 'waits to retry', icon: Hourglass, colour: '--state-waiting' },
};

export function stateLook(state: string): StateLook {
  const known = Object.hasOwn(LOOKS, state) ? LOOKS[state] : undefined;
  return known ?? { word: state.replaceAll('_', ' '), icon: CircleHelp, colour: '--state-unknown' };
}
